import { expect, test } from 'vitest'
import { defineMessages, inEnglish, readStored, say, stored } from '../kernel/messages.ts'
import { redactJson, redactText } from './redact.ts'

const words = defineMessages('redact.test', { unknown: 'Nobody is called “{name}”.' })
const name = 'Marta "Máňa" Nová\\k'
const said = stored(say(words, 'unknown', { name }))

test('takes a value out of a text whatever its case, the longest of several first', () => {
  expect(redactText('From MARTA@EXAMPLE.COM.CZ', ['marta@example.com', 'marta@example.com.cz'])).toBe('From […]')
})

test('takes a value with quotes out of a text that is kept with its parameters', () => {
  const left = redactText(said, [name])
  expect(inEnglish(readStored(left)!)).toBe('Nobody is called “[…]”.')
})

test('takes it out of such a text within JSON', () => {
  expect(redactJson({ problems: [{ reason: said, value: name }] }, [name])).toEqual({
    problems: [{ reason: stored(say(words, 'unknown', { name: '[…]' })), value: '[…]' }],
  })
})
