import type { ReactNode } from 'react'
import type { Field, FieldOption, FieldValue } from '../fields/field.ts'

export interface CellEdit<Row> {
  /** Decides the editor. */
  field: Field
  value: (row: Row) => FieldValue
  /** Names of the records whose ids are the value, for relations. */
  chosen?: (row: Row) => readonly FieldOption[]
  /** Rejects with what went wrong; the editor stays open and shows it. */
  save: (row: Row, value: FieldValue) => Promise<unknown> | void
}

/** The first column is the record's name: it stays on the left, cannot be hidden, and carries the link. */
export interface TableColumn<Row> {
  key: string
  label: string
  width?: number
  align?: 'start' | 'end'
  sortable?: boolean
  render: (row: Row) => ReactNode
  /** On a phone, where no heading says what a bare number is: "14 submissions". */
  renderOnPhone?: (row: Row) => ReactNode
  edit?: CellEdit<Row>
  /** Place in the two-line list of a phone; by default the first column is the title and the next two are meta. */
  phone?: 'title' | 'meta' | 'trailing' | 'hidden'
}

export const rowHeight = 36

/** `name` ascending, `-createdAt` descending: as the API and the URL write it. */
export interface Sort {
  key: string
  descending: boolean
}

export function parseSort(sort: string | undefined): Sort | null {
  if (!sort) return null
  return sort.startsWith('-') ? { key: sort.slice(1), descending: true } : { key: sort, descending: false }
}

export function formatSort({ key, descending }: Sort): string {
  return descending ? `-${key}` : key
}
