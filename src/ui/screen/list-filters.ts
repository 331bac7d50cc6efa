import type { Field, Filter, FilterOperator } from '../fields/field.ts'
import { addDays, startOfDay } from '../i18n/day-bounds.ts'
import type { UrlState } from './use-url-state.ts'

const filterKey = /^filter\[([^\]]+)\](?:\[(\w+)\])?$/

/** The filters that stand in an address or a saved view: `filter[field][operator]` → value. */
export function readFilters(state: UrlState): Filter[] {
  return Object.entries(state).flatMap(([key, value]) => {
    const match = filterKey.exec(key)
    if (!match) return []
    const values = typeof value === 'string' ? [value] : value
    return values.map(text => ({ field: match[1]!, operator: (match[2] ?? 'eq') as FilterOperator, value: text }))
  })
}

export function writeFilters(filters: readonly Filter[]): Record<string, string | string[]> {
  const state: Record<string, string | string[]> = {}
  for (const { field, operator, value } of filters) {
    const key = operator === 'eq' ? `filter[${field}]` : `filter[${field}][${operator}]`
    const before = state[key]
    state[key] = before === undefined ? value : [...(typeof before === 'string' ? [before] : before), value]
  }
  return state
}

/** A change of an address that takes all its filters away; spread the new ones behind it. */
export function withoutFilters(state: UrlState): Record<string, undefined> {
  return Object.fromEntries(
    Object.keys(state)
      .filter(key => filterKey.test(key))
      .map(key => [key, undefined]),
  )
}

/** Whether two sets of filters ask the same, in whatever order. */
export function sameFilters(one: readonly Filter[], other: readonly Filter[]): boolean {
  const words = (filters: readonly Filter[]) =>
    filters
      .map(filter => `${filter.field} ${filter.operator} ${filter.value}`)
      .sort()
      .join('\n')
  return words(one) === words(other)
}

/** Filters as the API is asked: a day of a moment becomes the instants between which it lies for the reader. */
export function expandDays(filters: readonly Filter[], fields: readonly Field[], timeZone: string): Filter[] {
  const instants = new Set(fields.filter(field => field.isInstant).map(field => field.key))
  return filters.flatMap(filter => {
    const { field, operator, value } = filter
    if (!instants.has(field) || operator === 'empty' || !/^\d{4}-\d\d-\d\d$/.test(value)) return [filter]
    const from = { field, value: startOfDay(value, timeZone) }
    const to = { field, value: startOfDay(addDays(value, 1), timeZone) }
    switch (operator) {
      case 'eq':
        return [
          { ...from, operator: 'gte' as const },
          { ...to, operator: 'lt' as const },
        ]
      case 'gte':
        return [{ ...from, operator }]
      case 'lt':
        return [{ ...from, operator }]
      case 'lte':
        return [{ ...to, operator: 'lt' as const }]
      case 'gt':
        return [{ ...to, operator: 'gte' as const }]
      default:
        return [filter]
    }
  })
}
