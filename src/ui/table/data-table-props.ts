import type { ReactNode } from 'react'
import type { ColumnLayout } from './column-layout.ts'
import type { TableColumn } from './table-types.ts'

export interface DataTableProps<Row extends object> {
  /** What the rows are, for screen readers: "Contacts". */
  label: string
  columns: readonly TableColumn<Row>[]
  /** What the rows answer: those of another are shown from their first one on. */
  question?: string
  rows: readonly Row[]
  rowId: (row: Row) => string
  /** Whether a row is the reader's to change: its cells are edited, where their columns are, and it can be selected. */
  isEditable?: (row: Row) => boolean
  /** Address of the record's page; makes the first cell a link. */
  href?: (row: Row) => string
  /** A row was opened; by default its page is. Meant for a side sheet. */
  onOpen?: (row: Row) => void
  /** The row whose sheet is open. */
  openId?: string
  layout?: ColumnLayout
  onLayoutChange?: (layout: ColumnLayout) => void
  sort?: string
  onSortChange?: (sort: string | undefined) => void
  /** Rows are being fetched: skeletons stand in for them. */
  loading?: boolean
  hasMore?: boolean
  onLoadMore?: () => void
  selected?: ReadonlySet<string>
  onSelectedChange?: (selected: ReadonlySet<string>) => void
  /** Buttons of the bar that appears when rows are selected. */
  bulkActions?: ReactNode
  /** "about 1.2M contacts" */
  countText?: string
  /** Shown instead of rows when there are none. */
  empty?: ReactNode
  /** Shown instead of rows when they could not be fetched. */
  error?: ReactNode
}
