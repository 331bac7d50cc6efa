import { expect, test } from 'vitest'
import { readNeedle } from './needle.ts'

const last = '\u{10ffff}'

test.each([
  ['', null],
  ['   ', null],
  ['@', null],
  ['#', null],
])('%j is no query', (q, needle) => {
  expect(readNeedle(q, 'CZ')).toBe(needle)
})

test('a name is folded, and begins what it begins', () => {
  expect(readNeedle('  Nová ', 'CZ')).toMatchObject({
    name: { from: 'nova', to: `nova${last}` },
    words: ['nova'],
    numbers: [],
  })
})

test('a name that begins with it sorts inside the range, and others outside', () => {
  const { name } = readNeedle('nov', 'CZ')!
  const inside = (text: string) =>
    Buffer.from(name.from).compare(Buffer.from(text)) <= 0 && Buffer.from(text).compare(Buffer.from(name.to)) < 0
  expect(['nov', 'novák', 'nov 田', 'nov\u{1f600}'].map(inside)).toEqual([true, true, true, true])
  expect(['nou', 'now', 'no', 'm'].map(inside)).toEqual([false, false, false, false])
})

test.each([
  ['777 123 456', ['777123456', '+420777123456']],
  ['0777-123', ['0777123', '+420777123']],
  ['+420 777', ['+420777']],
  ['00420777', ['+420777']],
])('%s may be a telephone number', (q, prefixes) => {
  const needle = readNeedle(q, 'CZ')!
  expect(needle.handles.map(handle => handle.from)).toEqual(prefixes)
  expect(needle.words).toHaveLength(1)
})

test.each([
  ['#A-100', ['A-100']],
  ['a-100', ['a-100', 'A-100']],
  ['TS-', ['TS-']],
  ['order 100', []],
  ['hundred', []],
])('%s may be an order number or a SKU', (q, numbers) => {
  expect(readNeedle(q, 'CZ')!.numbers.map(number => number.from)).toEqual(numbers)
})

test.each([
  ['ab', []],
  ['ab cd', []],
  ['abc', ['abc']],
  ['marta no', ['marta', 'no']],
  ['Hill, Aaliyah', ['hill', 'aaliyah']],
  ['a@b.cz', ['a@b.cz']],
  ['one two three four five', ['one', 'two', 'three', 'four']],
])('%s is looked for by the words %j', (q, words) => {
  expect(readNeedle(q, 'CZ')!.words).toEqual(words)
})

test.each(['abc', 'ab cd ef', 'a@b.cz', 'gmail.con', 'x1234', '777 123'])('a slip in %s makes no sense', q => {
  expect(readNeedle(q, 'CZ')!.meant).toBeNull()
})

test.each([
  ['jhon', 'john'],
  ['smyth', 'smith'],
  ['nowak', 'novak'],
  ['shmidt', 'schmidt'],
  ['stefan', 'stephan'],
  ['ana-maria', 'anna-maria'],
  ['thomass', 'thomas'],
  ['wright', 'vright'],
])('%s may mean %s', (typed, meant) => {
  expect(readNeedle(typed, 'CZ')!.meant!.instead).toContain(meant)
})

test('only the longest word is a slip', () => {
  expect(readNeedle('jo smtih', 'CZ')!.meant).toMatchObject({
    instead: expect.arrayContaining(['smith']),
    beside: ['jo'],
  })
})

test('a query of any length makes a needle of bounded size', () => {
  const needle = readNeedle('ab '.repeat(60_000), 'CZ')!
  expect(needle.name.from.length).toBeLessThanOrEqual(100)
  expect(needle.words).toEqual([])
  expect(readNeedle('nm'.repeat(100), 'XX')!.meant!.instead.length).toBeLessThanOrEqual(30)
})
