import { expect, test } from 'vitest'
import { advance, keyCaps, pressToken } from './shortcut-keys.ts'

const press = (key: string, more: Partial<Parameters<typeof pressToken>[0]> = {}) =>
  pressToken({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more })

test.each([
  [press('j'), 'j'],
  [press('J', { shiftKey: true }), 'shift+j'],
  [press('?', { shiftKey: true }), '?'],
  [press('k', { metaKey: true }), 'mod+k'],
  [press('k', { ctrlKey: true }), 'mod+k'],
  [press('ArrowDown', { shiftKey: true }), 'shift+arrowdown'],
  [press(' '), 'space'],
  [press('о', { code: 'KeyJ' }), 'j'],
  [press('ě', { code: 'Digit2' }), 'ě'],
])('%s is %s', (token, expected) => {
  expect(token).toBe(expected)
})

const bindings = [{ keys: 'g c' }, { keys: 'g o' }, { keys: 'c' }, { keys: 'mod+k' }]

test('a sequence waits for its second key', () => {
  const first = advance(bindings, [], 'g')
  expect(first).toEqual({ matched: undefined, pending: ['g'] })
  expect(advance(bindings, first.pending, 'o').matched).toBe(bindings[1])
})

test('a key that continues no sequence counts from the start', () => {
  expect(advance(bindings, ['g'], 'mod+k')).toEqual({ matched: bindings[3], pending: [] })
  expect(advance(bindings, ['g'], 'x')).toEqual({ matched: undefined, pending: [] })
})

test('inside a sequence the sequence wins over the single key', () => {
  expect(advance(bindings, ['g'], 'c').matched).toBe(bindings[0])
})

test('of two bindings of the same keys the later one wins', () => {
  const later = { keys: 'c' }
  expect(advance([...bindings, later], [], 'c').matched).toBe(later)
})

test('caps follow the platform', () => {
  expect(keyCaps('mod+shift+k', true)).toEqual([['⌘', '⇧', 'K']])
  expect(keyCaps('g c', false)).toEqual([['G'], ['C']])
})
