import { expect, test } from 'vitest'
import { z } from 'zod'
import { asProblem, refusedField } from '../api/problem-error.ts'
import { fieldErrors, schemaErrors, valueAt, withValueAt } from './problem.ts'

test('of several messages for one field the first is shown', () => {
  const fields = [
    { path: 'emails.0.value', message: 'Not an e-mail.' },
    { path: 'emails.0.value', message: 'Too long.' },
  ]
  expect(fieldErrors(fields)).toEqual({ 'emails.0.value': 'Not an e-mail.' })
})

test('the schema’s refusals come by JSON path', () => {
  const schema = z.object({ emails: z.array(z.object({ value: z.email('Not an e-mail.') })) })
  expect(schemaErrors(schema, { emails: [{ value: 'a@b.cz' }] })).toEqual({})
  expect(schemaErrors(schema, { emails: [{ value: 'a@b.cz' }, { value: 'x' }] })).toEqual({
    'emails.1.value': 'Not an e-mail.',
  })
})

test('values are read and replaced by path without touching the original', () => {
  const values = { name: 'A', emails: [{ value: 'x' }, { value: 'y' }] }
  const next = withValueAt(values, 'emails.1.value', 'z')
  expect(valueAt(next, 'emails.1.value')).toBe('z')
  expect(Array.isArray(next.emails)).toBe(true)
  expect(values.emails[1]!.value).toBe('y')
  expect(valueAt(values, 'nothing.here')).toBeUndefined()
})

test('an error that is not a problem is told as a bug', () => {
  expect(asProblem(new TypeError('x')).code).toBe('internal')
  expect(asProblem(refusedField('amount', 'Too much.')).fields).toEqual([{ path: 'amount', message: 'Too much.' }])
})
