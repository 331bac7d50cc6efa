import type { ReactNode } from 'react'

export interface BoardColumn<Card> {
  key: string
  label: string
  cards: readonly Card[]
  /** How many there are, when not all of them are here: "200+". */
  count?: string
  /** What they come to: an amount. */
  sum?: ReactNode
  /** Nothing can be moved here. */
  isClosed?: boolean
  /** Stands in an empty column. */
  empty?: string
  hasMore?: boolean
  onLoadMore?: () => void
}

/** The nearest column on that side that a card can be moved to. */
export function columnBeside<Column extends { key: string; isClosed?: boolean }>(
  columns: readonly Column[],
  from: string,
  step: -1 | 1,
): Column | undefined {
  let at = columns.findIndex(column => column.key === from) + step
  while (columns[at]?.isClosed) at += step
  return columns[at]
}
