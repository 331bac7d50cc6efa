import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differences } from './differences.ts'

const marked = (one: string, other: string) =>
  differences(one, other).map(side => side.map(({ text, isOther }) => (isOther ? `[${text}]` : text)).join(''))

test.each([
  ['Marta Nová', 'Marta Nova', ['Marta Nov[á]', 'Marta Nov[a]']],
  ['marta@example.com', 'Marta@example.com', ['marta@example.com', 'Marta@example.com']],
  ['1980-05-12', '1980-12-05', ['1980-[05-]12', '1980-12[-05]']],
  ['Jana', '', ['[Jana]', '']],
  ['Prague', 'Wien', ['[Prague]', '[Wien]']],
])('%s and %s', (one, other, expected) => {
  expect(marked(one, other)).toEqual(expected)
})

test('long texts are compared by the word', () => {
  const start = 'word '.repeat(30)
  expect(marked(`${start}one end`, `${start}two end`)).toEqual([`${start}[one ]end`, `${start}[two ]end`])
})

test('nothing is lost, and what is common to both is the same', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (one, other) => {
      const [a, b] = differences(one, other)
      expect(a.map(stretch => stretch.text).join('')).toBe(one)
      expect(b.map(stretch => stretch.text).join('')).toBe(other)
      const common = (side: typeof a) =>
        side
          .filter(stretch => !stretch.isOther)
          .map(stretch => stretch.text)
          .join('')
          .toLocaleLowerCase()
          .replace(/\s/g, ' ')
      expect(common(a)).toBe(common(b))
    }),
  )
})
