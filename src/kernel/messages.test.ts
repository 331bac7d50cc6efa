import { expect, test } from 'vitest'
import { defineMessages, inEnglish, readStored, say, stored, wordsOf } from './messages.ts'

const words = defineMessages('test.messages', { known: 'Known to {who}', plain: 'Plain' })

test('what was stored is said again, with the texts inside of it', () => {
  for (const who of ['Ada', '{braces}', '"<b>', say(words, 'plain')]) {
    const text = say(words, 'known', { who })
    expect(readStored(stored(text))).toEqual(text)
  }
  expect(inEnglish(say(words, 'known', { who: [say(words, 'plain'), '{who}'] }))).toBe('Known to Plain and {who}')
})

const withParams = (params: string) => `{"group":"test.messages","key":"known","params":${params}}`

test.each([
  '{"group":',
  '{"group":1,"key":2}',
  '{"group":null,"key":null}',
  '{"group":{},"key":[]}',
  withParams('null'),
  withParams('"text"'),
  withParams('{"who":null}'),
  withParams('{"who":{}}'),
  withParams('{"who":[1,2]}'),
  withParams('{"who":{"group":"test.messages","key":3}}'),
  `${`{"group":"a","key":"b","params":{"who":`.repeat(5000)}1${'}}'.repeat(5000)}`,
])('%.80s is no stored text', text => expect(readStored(text)).toBeUndefined())

test.each([
  ['__proto__', 'toString'],
  ['constructor', 'name'],
  ['test.messages', 'constructor'],
  ['nobody', '{open'],
])('nobody said %s, %s, which is told as it is', (group, key) =>
  expect(wordsOf({ group, key }, 'cs', { 'test.messages': {} })).toBe(key),
)
