import type { ComponentType, ReactNode } from 'react'
import type { Text } from '../../kernel/message-params.ts'
import type { CreateProps, RecordListProps } from './RecordList.tsx'
import type { FullRecord, WebRecord } from './web-record.ts'

type OfList<Row extends { id: string }> = Pick<RecordListProps<Row>, 'bulk' | 'bulkActions' | 'searchLabel'>

export interface BodyProps<Full> {
  full: Full
  isSheet?: boolean
}

/** What is particular to the screens of a kind that has a list, a bin and pages of its own. */
export interface RecordScreens<Row extends { id: string }, Full extends FullRecord> extends OfList<Row> {
  record: WebRecord<Row, Full>
  /** Keys of the fields that a new record is made of, two in a row. */
  created?: readonly (readonly string[])[]
  /** Makes a new one, where its fields are not enough. */
  CreateDialog?: ComponentType<CreateProps>
  /** Keys of the fields that are shown even when they are empty, over the list and on its page. */
  always?: readonly string[]
  /** What it is, where its fields are not enough. */
  Body?: ComponentType<BodyProps<Full>>
  /** A page in one column, with what happened at its end. */
  isNarrow?: boolean
  /** Below its name. */
  detailOf?: (full: Full, text: (text: Text) => string) => string | null
  /** Beside the title of its page: a status. */
  aside?: (full: Full, text: (text: Text) => string) => ReactNode
  /** Further items of its menu. */
  menu?: (full: Full) => ReactNode
}
