import { expect, test } from 'vitest'
import { z } from 'zod'
import { asProblem, ProblemError, refusedField } from '../api/problem-error.ts'
import { errorsWithout, fieldErrors, openProblem, schemaErrors, valueAt, withValueAt } from './problem.ts'

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

const refusal = new ProblemError({
  status: 400,
  code: 'invalid',
  title: 'The request is not valid',
  detail: 'label: Write something here.',
  fields: [
    { path: 'label', message: 'Write something here.' },
    { path: 'options.0.label', message: 'Write something here.' },
  ],
})

test('nothing is left of a refusal once all fields that it named are corrected', () => {
  const one = errorsWithout(fieldErrors(refusal.fields), 'label')
  expect(one).toEqual({ 'options.0.label': 'Write something here.' })
  expect(openProblem(refusal, one)).toBe(refusal)
  expect(openProblem(refusal, errorsWithout(one, 'options'))).toBeNull()
})

test('a refusal that named no field stays', () => {
  const busy = new ProblemError({ status: 503, code: 'unavailable', title: 'Busy', detail: 'Try again.' })
  expect(openProblem(busy, {})).toBe(busy)
})

test('people are not told the path of a field', () => {
  expect(refusal.message).toBe('Write something here.')
})

test('an error that is not a problem is told as a bug', () => {
  expect(asProblem(new TypeError('x')).code).toBe('internal')
  expect(asProblem(refusedField('amount', 'Too much.')).fields).toEqual([{ path: 'amount', message: 'Too much.' }])
})
