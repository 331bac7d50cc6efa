import { expect, test } from 'vitest'
import { concerns } from './live.ts'

const nouns = { contacts: ['contact', 'handle', 'order'], timeline: ['*'] }
const message = (kind: string, ...ids: string[]) => ({ kinds: [kind], ids })

test.each([
  ['a list hears of every record', 'contacts', {}, message('contact.changed', 'a'), true],
  ['a record hears of itself', 'contacts', { id: 'a' }, message('handle.added', 'a', 'x'), true],
  ['a record does not hear of another', 'contacts', { id: 'b' }, message('contact.changed', 'a'), false],
  ['too many to name is everybody', 'contacts', { id: 'b' }, message('contact.changed'), true],
  ['other nouns do not matter', 'contacts', {}, message('task.created', 'a'), false],
  ['a star hears everything of its record', 'timeline', { id: 'a' }, message('survey.answered', 'a'), true],
  ['a resource hears its own noun without being told', 'tasks', {}, message('task.created', 'a'), true],
])('%s', (_name, tag, params, heard, expected) => {
  expect(concerns(tag, params, heard, nouns)).toBe(expected)
})
