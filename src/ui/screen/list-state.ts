import type { ReactNode } from 'react'
import type { Field, Filter } from '../fields/field.ts'
import type { ColumnLayout } from '../table/column-layout.ts'

export interface ListOptions {
  /** Name of the list, as views are saved for it: `contacts`. */
  object: string
  /** Name of the list without a view: "All contacts". */
  allName: string
  /** What it can be filtered by. */
  fields: readonly Field[]
  /** Keys of all columns, in their natural order. */
  columns: readonly string[]
  hidden: readonly string[]
  defaultSort: string
}

export type UseListState = (options: ListOptions) => ListState

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
