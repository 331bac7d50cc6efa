import { expect, test } from 'vitest'
import { defineMessages, defineText, inEnglish, readStored, say, stored, wordsOf } from './messages.ts'
import { storedMark } from './text.ts'

const words = defineMessages('test.messages', { known: 'Known to {who}', plain: 'Plain' })

test('what was stored is said again, with the texts inside of it', () => {
  for (const who of ['Ada', '{braces}', '"<b>', say(words, 'plain')]) {
    const text = say(words, 'known', { who })
    expect(readStored(stored(text))).toEqual(text)
  }
  expect(inEnglish(say(words, 'known', { who: [say(words, 'plain'), '{who}'] }))).toBe('Known to Plain and {who}')
})

test('a text that stands alone is found by its address, also where it was stored', () => {
  const alone = defineText('test.alone.plain', 'Alone')
  const given = defineText('test.given.name', 'With {name}')({ name: alone })
  expect(alone).toEqual({ group: 'test.alone', key: 'plain' })
  expect(inEnglish(readStored(stored(given))!)).toBe('With Alone')
  expect(wordsOf(given, 'cs', { 'test.given': { name: 'S {name}' }, 'test.alone': { plain: 'Sám' } })).toBe('S Sám')
})

test.each([
  ['what somebody else wrote', JSON.stringify(say(words, 'plain'))],
  ['what was cut', stored(say(words, 'known', { who: 'Ada' })).slice(0, -5)],
  ['a text that is no longer said', stored({ group: 'test.messages', key: 'gone' })],
  ['a mark alone', storedMark],
])('%s is no stored text', (_, text) => expect(readStored(text)).toBeUndefined())

test.each([
  ['__proto__', 'toString'],
  ['constructor', 'name'],
  ['test.messages', 'constructor'],
  ['nobody', '{open'],
])('nobody said %s, %s, which is told as it is', (group, key) =>
  expect(wordsOf({ group, key }, 'cs', { 'test.messages': {} })).toBe(key),
)
