import { expect, test } from 'vitest'
import { maskHandle } from './handle.ts'
import type { HandleKind } from './schema.ts'

test.each<[HandleKind, string, string]>([
  ['email', 'marta@example.com', 'm•••@e•••.com'],
  ['email', '𠮷田@例え.jp', '𠮷•••@例•••.jp'],
  ['email', '👩‍🔬@lab.example.org', '👩‍🔬•••@l•••.org'],
  ['phone', '+420777123456', '•••456'],
])('a handle of the kind %s, %s, is shown to whoever it may belong to as %s', (kind, normal, shown) => {
  expect(maskHandle({ kind, normal })).toBe(shown)
})
