import { expect, test } from 'vitest'
import { id, newId } from './ids.ts'

test('ids are version 7, valid and all different', () => {
  const ids = Array.from({ length: 10_000 }, () => newId())
  expect(new Set(ids).size).toBe(10_000)
  for (const made of ids.slice(0, 100)) {
    expect(id.safeParse(made).success).toBe(true)
    expect(made[14]).toBe('7')
  }
})

test('ids of one millisecond keep the order in which they were made, whatever was made between them', () => {
  const at = Date.UTC(2026, 2, 2)
  const ids = Array.from({ length: 3000 }, (_, index) => {
    if (index % 3 === 0) newId()
    return newId(at)
  })
  expect([...ids].sort()).toEqual(ids)
  expect(parseInt(ids[0]!.replace('-', '').slice(0, 12), 16)).toBe(at)
})
