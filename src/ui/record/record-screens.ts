import type { ComponentType, ReactNode } from 'react'
import type { Text } from '../../kernel/message-params.ts'
import type { CreateProps, RecordListProps } from './RecordList.tsx'
import type { FullRecord, WebRecord } from './web-record.ts'

type OfList<Row extends { id: string }> = Pick<RecordListProps<Row>, 'bulk' | 'bulkActions' | 'searchLabel'>

/** What is particular to the screens of a kind that has a list, a bin and pages of its own. */
export interface RecordScreens<Row extends { id: string }, Full extends FullRecord> extends OfList<Row> {
  record: WebRecord<Row, Full>
  /** Further items of the menu of its list. */
  listMenu?: ReactNode
  /** Keys of the fields that a new record is made of, two in a row. */
  created?: readonly (readonly string[])[]
  /** Makes a new one, where its fields are not enough. */
  CreateDialog?: ComponentType<CreateProps>
  /** What it is: over the list, and on its page. */
  Body: ComponentType<{ full: Full; isSheet?: boolean }>
  /** A page in one column, with what happened at its end. */
  isNarrow?: boolean
  /** Below its name. */
  detailOf?: (full: Full, text: (text: Text) => string) => string | null
  /** Beside the title of its page: a status. */
  aside?: (full: Full) => ReactNode
  /** Further items of its menu. */
  menu?: (full: Full) => ReactNode
}
