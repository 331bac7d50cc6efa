import { expect, test } from 'vitest'
import { defineMessages, defineText, inEnglish, say } from './messages.ts'

const words = defineMessages('test.params', {
  plain: 'All contacts',
  named: 'Hello { name }',
  counted: '{count, plural, =0 {No contacts of {company}} one {# contact} other {# contacts, {rest}}} and {more}',
  chosen: '{kind, select, mail {Mail to {who}: {n, plural, one {# file} other {# files}}} other {Note}}',
})
const plain = defineText('test.plain.text', 'All contacts')
const named = defineText('test.named.text', 'Hello {name}')

test('what a message needs is read from its English', () => {
  const texts = [
    say(words, 'plain'),
    say(words, 'named', { name: 'Marta' }),
    say(words, 'counted', { count: 1, company: 'Acme', rest: 'old ones', more: 'others' }),
    say(words, 'chosen', { kind: 'mail', who: 'Marta', n: 2 }),
  ]
  expect(texts.map(inEnglish)).toEqual([
    'All contacts',
    'Hello Marta',
    '1 contact and others',
    'Mail to Marta: 2 files',
  ])
})

test('a parameter that is missing, wrong or too much does not compile', () => {
  const refused = [
    // @ts-expect-error missing
    () => say(words, 'named'),
    // @ts-expect-error another name
    () => say(words, 'named', { nmae: 'Marta' }),
    // @ts-expect-error none is taken
    () => say(words, 'plain', { name: 'Marta' }),
    // @ts-expect-error a word is no count
    () => say(words, 'counted', { count: 'many', company: '', rest: '', more: '' }),
    // @ts-expect-error missing inside of a branch
    () => say(words, 'chosen', { kind: 'mail', n: 2 }),
    // @ts-expect-error one of several keys needs what each of them needs
    (key: 'plain' | 'named') => say(words, key),
    // @ts-expect-error missing in a text that stands alone
    () => named(),
    // @ts-expect-error what takes none is said already
    () => plain({ name: 'Marta' }),
  ]
  expect(refused).toHaveLength(8)
})
