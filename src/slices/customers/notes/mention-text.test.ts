import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mentionsOf, plainText } from './note.ts'
import { kept, mentionAt, mentionParts, readable } from './web/mention-text.ts'

const olga = { id: '019aa4f0-0000-7000-8000-000000000001', name: 'Olga Owner' }
const jan = { id: '019aa4f0-0000-7000-8000-000000000002', name: 'Jan' }
const janLong = { id: '019aa4f0-0000-7000-8000-000000000003', name: 'Jan Novák' }

test('what is typed becomes what the server reads as mentions, and reads the same', () => {
  const body = kept('Ask @Olga Owner, then @Jan Novák and @Jan.', [jan, olga, janLong])
  expect(mentionsOf(body)).toEqual([olga.id, janLong.id, jan.id])
  expect(plainText(body)).toBe('Ask @Olga Owner, then @Jan Novák and @Jan.')
})

test('a mention that was deleted from the text is none', () => {
  expect(mentionsOf(kept('Nobody here', [olga]))).toEqual([])
})

test('editing a note gives back its mentions', () => {
  const body = kept('@Jan and @Olga Owner', [olga, jan])
  const { text, mentions } = readable(body)
  expect(kept(text, mentions)).toBe(body)
})

test('any text survives being kept and read, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      const clean = text.replaceAll('\u0000', '')
      expect(readable(kept(clean, [olga, jan])).text).toBe(readable(clean).text)
    }),
  )
})

test.each([
  ['@', 1, { query: '', start: 0 }],
  ['Hi @ol', 6, { query: 'ol', start: 3 }],
  ['Hi @Olga Ow', 11, { query: 'Olga Ow', start: 3 }],
  ['mail@ol', 7, null],
  ['@ol and more words', 18, null],
  ['Hi @ol', 2, null],
])('typing %j at %i', (text, cursor, expected) => {
  expect(mentionAt(text, cursor)).toEqual(expected)
})

test('parts keep every character', () => {
  const body = kept('a @Jan b', [jan])
  expect(mentionParts(body)).toEqual([{ text: 'a ' }, { text: '@Jan', memberId: jan.id }, { text: ' b' }])
})
