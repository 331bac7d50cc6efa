import { expect, test } from 'vitest'
import { clip, excerpt, firstSign, fold, sortKey, trimmed } from './text.ts'

test.each([
  ['Marta  Nováková', 'marta novakova'],
  ['ŁUKASZ Wiśniewski', 'lukasz wisniewski'],
  ['Groß & Söhne', 'gross & sohne'],
  ['ﬁnal', 'final'],
  ['田中 花子', '田中 花子'],
  ['', ''],
])('folds %j to %j', (text, folded) => expect(fold(text)).toBe(folded))

test.each([
  ['@marta', 'marta'],
  ['“Žofie”', 'zofie”'],
  ['#1 Shop', '1 shop'],
  ['???', '???'],
  ['田中', '田中'],
])('sorts %j as %j', (name, key) => expect(sortKey(name)).toBe(key))

test('an excerpt ends at a word and never passes its length', () => {
  expect(excerpt('short')).toBe('short')
  expect(excerpt('one two three four', 17)).toBe('one two three…')
  expect(excerpt('x'.repeat(500), 50)).toHaveLength(50)
})

test('what is cut has no half of a sign at its end', () => {
  expect(['a😀', 'a😀b', 'ab'].map(text => clip(text, 2))).toEqual(['a', 'a', 'ab'])
  expect(excerpt(`${'x'.repeat(198)}😀 tail`)).toBe(`${'x'.repeat(198)}…`)
})

test.each([
  [' Marta ', 'Marta'],
  ['\ufeffMarta\u00a0', 'Marta'],
  ['\u200b\ufeff\u2060', ''],
  ['\u3164 \u2800', ''],
  ['👩\u200d🔬', '👩\u200d🔬'],
  ['.', '.'],
])('of %j is left %j', (text, left) => expect(trimmed(text)).toBe(left))

test.each([
  ['marta', 'm'],
  ['e\u0301va', 'e\u0301'],
  ['𠮷田', '𠮷'],
  ['👩‍🔬ada', '👩‍🔬'],
  ['', ''],
])('the first sign of %j is %j', (text, sign) => expect(firstSign(text)).toBe(sign))
