import { useMemo } from 'react'
import type { Field } from '../fields/field.ts'
import { useFormat } from '../i18n/i18n.tsx'
import { FilterBar } from '../toolbar/FilterBar.tsx'
import { expandDays, readFilters, withoutFilters, writeFilters } from './list-filters.ts'
import { useUrlState, type UrlState } from './use-url-state.ts'

/** Filters of a list that stand in the address: what the API is asked for them, and the bar that changes them. */
export function useFilterBar(fields: readonly Field[], alsoChanges: Partial<UrlState> = {}) {
  const { timeZone } = useFormat()
  const [state, change] = useUrlState()
  const filters = useMemo(() => readFilters(state), [state])
  const bar = (
    <FilterBar
      fields={fields}
      filters={filters}
      onChange={next => change({ ...withoutFilters(state), ...writeFilters(next), ...alsoChanges }, 'replace')}
    />
  )
  return { filters, bar, query: writeFilters(expandDays(filters, fields, timeZone)) }
}
