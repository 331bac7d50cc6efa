import { expect, test } from 'vitest'
import { defineMessages } from '../../kernel/messages.ts'
import { defineMail } from './define-mail.ts'

const words = defineMessages('define-mail.test', {
  hello: '{company} greets you',
  text: 'Within {days, plural, one {# day} other {# days}}, {company}:\n\n{link}\n',
})
const greeting = defineMail(words, 'hello', 'text')

test('a mail is its two texts with what is written in them', () => {
  expect(greeting('nina@example.com', 'en', { company: 'Acme', days: 2, link: 'https://example.com/a' })).toEqual({
    to: 'nina@example.com',
    subject: 'Acme greets you',
    text: 'Within 2 days, Acme:\n\nhttps://example.com/a\n',
  })
})

test('a name of several lines adds no header to a mail', () => {
  const { subject, text } = greeting('nina@example.com', 'en', { company: ' Acme\r\nBcc: all', days: 1, link: '' })
  expect(subject).toBe('Acme Bcc: all greets you')
  expect(text).toContain('Within 1 day, Acme Bcc: all:')
})
