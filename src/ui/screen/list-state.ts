import type { ReactNode } from 'react'
import type { Filter } from '../fields/field.ts'
import type { ColumnLayout } from '../table/column-layout.ts'

/** What a list shows and how that is changed: filters, search, sort, columns and the saved view. */
export interface ListState {
  filters: readonly Filter[]
  setFilters: (filters: Filter[]) => void
  q: string
  setQ: (q: string) => void
  sort: string
  setSort: (sort: string | undefined) => void
  layout: ColumnLayout
  setLayout: (layout: ColumnLayout) => void
  /** Something narrows the list: a search or a filter. */
  isNarrowed: boolean
  clear: () => void
  /** What the API is asked. */
  query: Record<string, string | string[]>
  viewMenu: ReactNode
}
