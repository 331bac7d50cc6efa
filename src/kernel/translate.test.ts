import { expect, test } from 'vitest'
import { translate } from './translate.ts'

const contacts = '{count, plural, =0 {No contacts} one {# contact} other {# contacts}}'
const kontakty = '{count, plural, one {# kontakt} few {# kontakty} many {# kontaktu} other {# kontaktů}}'

test.each([
  [0, 'No contacts'],
  [1, '1 contact'],
  [2, '2 contacts'],
  [12_345, '12,345 contacts'],
])('English plural of %d', (count, expected) => {
  expect(translate(contacts, 'en', { count })).toBe(expected)
})

test.each([
  [0, '0 kontaktů'],
  [1, '1 kontakt'],
  [3, '3 kontakty'],
  [5, '5 kontaktů'],
  [1.5, '1,5 kontaktu'],
  [22, '22 kontaktů'],
])('Czech plural of %d', (count, expected) => {
  expect(translate(kontakty, 'cs', { count })).toBe(expected)
})

test('a worded number keeps its words and takes the plural of its value', () => {
  expect(translate(contacts, 'en', { count: { value: 1_200_000, text: 'about 1.2 M' } })).toBe('about 1.2 M contacts')
})

test('select, nesting and parameters inside branches', () => {
  const message =
    '{kind, select, mail {Mail to {name}: {n, plural, one {# file} other {# files}}} other {Note on {name}}}'
  expect(translate(message, 'en', { kind: 'mail', name: 'Marta', n: 2 })).toBe('Mail to Marta: 2 files')
  expect(translate(message, 'en', { kind: 'call', name: 'Marta', n: 2 })).toBe('Note on Marta')
})

test('a hash outside a plural and a value with braces are left alone', () => {
  expect(translate('Order #{number}', 'en', { number: '10{2}31' })).toBe('Order #10{2}31')
})

test('a missing parameter shows its name instead of failing', () => {
  expect(translate('Hello {name}', 'en')).toBe('Hello {name}')
})

test.each([
  ['en', 'Due on 1 April 2026'],
  ['cs', 'Due on 1. dubna 2026'],
])('a day is told in %s as the language tells it', (locale, expected) => {
  expect(translate('Due on {day}', locale, { day: { day: '2026-04-01' } })).toBe(expected)
})
