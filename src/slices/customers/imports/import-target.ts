import type { Text } from '../../../kernel/message-params.ts'
import type { Batch, Orphan } from './batches/batch.ts'
import type { RowResult } from './plans/working.ts'
import type { SourceRow } from './reader.ts'
import type { Report } from './rows/report.ts'
import type { RowReader, RowRules } from './rows/rules.ts'
import type { Mapping } from './mapped-column.ts'
import type { Headings } from './presets/preset.ts'
import type { Question } from './question.ts'

/** What a column of a file can be imported as, and how a cell of it is read. */
export interface TargetColumn<Raw = unknown> {
  key: string
  label: Text
  /** Several columns may go there. */
  isMany: boolean
  /** What its cells tell of how the file writes dates or numbers. */
  holds: 'date' | 'number' | null
  /** Headings that mean it, as `headingKey` writes them, in English, Czech and German. */
  synonyms: readonly string[]
  /** Puts a cell with something in it into the row. */
  read(raw: Raw, text: string, report: Report, rules: RowRules): void
}

/** What a row is shown as before it is imported. */
export type Described = [target: string, value: string | null | undefined][]

/**
 * A kind of record that a file can hold. A row is gathered in a `Raw` cell by cell and settled into a `Draft`; batches of
 * drafts are written. The order of its methods is that in which an import calls them.
 */
export interface ImportTarget<Draft = unknown, Raw = Draft> {
  columns: readonly TargetColumn<Raw>[]
  /** Words in the names of files that say what they hold. */
  nouns: readonly string[]
  /** What the headings of our own export of it tell. */
  ownExport?: Pick<Headings, 'known'> & Partial<Headings>
  /** What is asked before a file of it is imported; left out where nothing is. */
  questions?: readonly Question[]
  /** The columns that e-mail addresses, phone numbers and countries go to when no heading says it. */
  byValue: { email?: string; phone?: string; country?: string }
  /** How likely a file with `width` columns holds it; `found` tells which columns of a kind its headings mean. */
  likeness(found: (table: string) => ReadonlySet<string>, width: number): number
  /** Columns whose meaning depends on which others there are. */
  settleMapping?(mapping: Mapping): void
  /** What must be mapped before the file can be imported. */
  missing(targets: ReadonlySet<string>): Text[]

  empty(row: number): Raw
  /** Where the values of custom fields are put; absent where there are none. */
  customFields?(raw: Raw): Record<string, unknown>
  settle(raw: Raw, cells: readonly string[], report: Report, rules: RowRules): Draft
  /** Reads vCards, if those hold it. */
  cardReader?(rules: RowRules): RowReader<Draft>
  /** What rows have in common that belong into one batch. */
  groupKey?(rules: RowRules): ((row: SourceRow) => string | null) | null
  describe(draft: Draft, locale: string): Described

  /** Which of the rows are about people who were erased and have not come back since. */
  findErased?(batch: Batch, drafts: readonly Draft[]): Promise<boolean[]>
  /** Makes and changes records, or in a dry run says what would become of them. */
  write(batch: Batch, drafts: readonly Draft[]): Promise<RowResult[]>
  /** Gives records the parents that later rows brought. */
  adopt?(batch: Batch, orphans: readonly Orphan[]): Promise<void>
}

declare module '../../../platform/record/record-kind.ts' {
  interface RecordKind {
    /** How files of it are imported. */
    importTarget?: ImportTarget
  }
}
