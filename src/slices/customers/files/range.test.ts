import { expect, test } from 'vitest'
import { readRange } from './range.ts'

test.each([
  [undefined, 10, null],
  ['bytes=0-3', 10, { start: 0, end: 3 }],
  ['bytes=4-', 10, { start: 4, end: 9 }],
  ['bytes=4-400', 10, { start: 4, end: 9 }],
  ['bytes=-3', 10, { start: 7, end: 9 }],
  ['bytes=-300', 10, { start: 0, end: 9 }],
  ['bytes=9-9', 10, { start: 9, end: 9 }],
  ['bytes=10-', 10, 'none'],
  ['bytes=-0', 10, 'none'],
  ['bytes=0-0', 0, 'none'],
  ['bytes=-1', 0, 'none'],
  ['bytes=5-4', 10, null],
  ['bytes=0-1,3-4', 10, null],
  ['bytes=-', 10, null],
  ['bytes=1e3-', 10, null],
  ['pages=0-1', 10, null],
  [`bytes=${'9'.repeat(400)}-`, 10, null],
] as const)('%s of %i bytes', (header, size, range) => {
  expect(readRange(header, size)).toEqual(range)
})
