import type { Field } from '../../fields/schema.ts'
import type { Mapping } from '../mapped-column.ts'
import type { ImportOptions } from '../schema.ts'
import type { Problem } from './report.ts'

/** How the cells of one import are to be understood. */
export interface RowRules extends Pick<
  ImportOptions,
  'dateOrder' | 'decimalMark' | 'currency' | 'timeZone' | 'country'
> {
  source: string
  columns: string[]
  mapping: Mapping
  /** Definitions of the custom fields that the mapping names. */
  fields: Field[]
  /** Choices of choice fields by their key; those of a field that the import makes grow with what the file holds. */
  choices: ReadonlyMap<string, Choices>
  /** Ids of members by e-mail and by name, in lower case. */
  members: ReadonlyMap<string, string>
}

export interface Choices {
  /** By the choice in lower case. */
  options: Map<string, string>
  isOpen: boolean
}

export interface ParsedRow<Draft = unknown> {
  row: number
  draft: Draft
  /** Why the row is refused; empty when it is not. */
  problems: Problem[]
  /** What was left out of the row or kept in another way. */
  warnings: Problem[]
}

/** Reads the rows of one import. */
export type RowReader<Draft = unknown> = (row: number, cells: readonly string[]) => ParsedRow<Draft>
