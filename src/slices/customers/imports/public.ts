export { importRecords, type MadeRow } from './batches/import-records.ts'
export { count, type Batch, type Orphan } from './batches/batch.ts'
export { findOwnIds } from './batches/own-ids.ts'
export { addMade, readKnown, rememberMade } from './batches/known.ts'
export { holdersOf, type SourcedRecord } from './batches/sourced-record.ts'
export { resolveTags } from './batches/tags.ts'
export { countOutcomes, tellWritten, type Changed } from './batches/tell-written.ts'
export { forgetOverwritten } from './batches/touched.ts'
export { importColumns, readCode } from './columns-of.ts'
export { describedFields, describedProfile } from './described.ts'
export type { Described, ImportTarget, TargetColumn } from './import-target.ts'
export type { ImportedRecords, Made } from './imported-records.ts'
export type { Mapping } from './mapped-column.ts'
export { cellsOf, targetsOf } from './mapping.ts'
export {
  begun,
  stateChanges,
  modeOf,
  opened,
  putExtras,
  putValues,
  settled,
  type Changes,
  type Known,
  type Outcome,
  type RowResult,
  type Working,
} from './plans/working.ts'
export {
  addressColumns,
  createdWords,
  emptyProfile,
  idWords,
  keepingColumns,
  ownerColumns,
  type ProfileDraft,
} from './profile-columns.ts'
export { cleanCell, splitCell, toLine } from './rows/cell.ts'
export {
  leftEmpty,
  notDate,
  readColumn,
  readCountry,
  readCurrency,
  readDay,
  readMember,
  readMoney,
  readTime,
  toMoney,
  type ReadValue,
} from './rows/read-values.ts'
export { cut, quote, Report } from './rows/report.ts'
export type { RowReader, RowRules } from './rows/rules.ts'
export { isWanted, type Question } from './question.ts'
export type { UpdateMode } from './schema.ts'
export { importedRecords, importedSourced } from './undo/imported.ts'
export { importedRows, restoring, type ImportedRows } from './undo/imported-rows.ts'
export type { UndoStep } from './undo/undo-step.ts'
export { dayOf, instantOf, parseTime } from './values/date.ts'
export { amountsCurrency, parseCurrency, parseMoney, type Amount } from './values/money.ts'
export { parseNumber } from './values/number.ts'
export { isNothing, meaningsOf } from './values/word.ts'
export { parseCard, type CardProperty } from './vcard.ts'
