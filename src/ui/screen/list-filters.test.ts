import { expect, test } from 'vitest'
import { expandDays, readFilters, sameFilters, writeFilters } from './list-filters.ts'
import { formatUrlState, parseUrlState } from './use-url-state.ts'

const filters = [
  { field: 'lifecycle', operator: 'in', value: 'lead,customer' },
  { field: 'fields.plan', operator: 'eq', value: 'Gold & more' },
  { field: 'tagIds', operator: 'in', value: 'a' },
  { field: 'tagIds', operator: 'in', value: 'b' },
] as const

test('filters survive the address, also two on one field', () => {
  const address = formatUrlState({ q: 'ná?', ...writeFilters(filters) })
  const state = parseUrlState(address.slice(1))
  expect(state.q).toBe('ná?')
  expect(sameFilters(readFilters(state), filters)).toBe(true)
})

test('the address stays readable', () => {
  expect(formatUrlState(writeFilters([filters[0]]))).toBe('?filter[lifecycle][in]=lead,customer')
  expect(formatUrlState({})).toBe('')
})

test('an operator left out is equality, and other keys are no filters', () => {
  expect(readFilters({ 'filter[country]': 'CZ', sort: '-name', view: 'x' })).toEqual([
    { field: 'country', operator: 'eq', value: 'CZ' },
  ])
})

test('other values are other filters', () => {
  expect(sameFilters(filters, filters.slice(1))).toBe(false)
  expect(sameFilters([filters[0]], [{ ...filters[0], value: 'lead' }])).toBe(false)
})

test('a day of a moment means the whole day where the reader is; a calendar day stays one', () => {
  const fields = [
    { key: 'createdAt', label: 'Created', type: 'date', isInstant: true },
    { key: 'birthday', label: 'Birthday', type: 'date' },
  ] as const
  const asked = (operator: 'eq' | 'gte' | 'lte', field = 'createdAt') =>
    expandDays([{ field, operator, value: '2026-03-29' }], fields, 'Europe/Prague').map(
      filter => `${filter.operator} ${filter.value}`,
    )
  expect(asked('eq')).toEqual(['gte 2026-03-28T23:00:00.000Z', 'lt 2026-03-29T22:00:00.000Z'])
  expect(asked('lte')).toEqual(['lt 2026-03-29T22:00:00.000Z'])
  expect(asked('gte')).toEqual(['gte 2026-03-28T23:00:00.000Z'])
  expect(asked('eq', 'birthday')).toEqual(['eq 2026-03-29'])
})
