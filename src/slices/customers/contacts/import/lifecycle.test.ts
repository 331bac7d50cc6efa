import { expect, test } from 'vitest'
import { parseLifecycle } from './lifecycle.ts'

test('stages of other systems', () => {
  expect(['Marketing Qualified Lead', 'salesqualifiedlead', 'Customer', 'nobody'].map(parseLifecycle)).toEqual([
    'prospect',
    'prospect',
    'customer',
    null,
  ])
})
