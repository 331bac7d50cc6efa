import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { countryCode, lineOf } from '../../../kernel/input.ts'
import { defineMessages, refusal } from '../../../kernel/messages.ts'
import { currency } from '../../../kernel/money.ts'
import { itemsOf, listQuery, page } from '../../../kernel/page.ts'
import { timeZone } from '../../../kernel/time.ts'
import { fieldTypes } from '../fields/schema.ts'

const words = defineMessages('imports.schema', {
  sourceKey: 'Use up to 60 lower-case letters, digits, dots, hyphens and underscores.',
})

export const maxImportBytes = 1024 ** 3

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250', 'windows-1251'] as const
export type Encoding = (typeof encodings)[number]
export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]
/** How days, months and years follow each other where the numbers alone do not tell. */
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const
export type DateOrder = (typeof dateOrders)[number]
export const decimalMarks = ['.', ','] as const
export type DecimalMark = (typeof decimalMarks)[number]
/** What becomes of a record that is there: it is overwritten, completed where it is empty, or left alone. */
export const updateModes = ['all', 'empty', 'none'] as const
export type UpdateMode = (typeof updateModes)[number]

const runStatuses = ['running', 'done', 'failed', 'undoing', 'undone'] as const
export const importStatuses = ['draft', 'checking', 'checked', ...runStatuses] as const
export type ImportStatus = (typeof importStatuses)[number]

export const readingOptions = z.strictObject({
  /** What `1/2/2026` means. */
  dateOrder: z.enum(dateOrders),
  decimalMark: z.enum(decimalMarks),
  /** Of amounts without a currency of their own. */
  currency,
  /** Of times without an offset. */
  timeZone,
  /** Of phone numbers without a prefix. */
  country: countryCode,
  /** What happens to records that are there: overwritten, completed where they are empty, or left alone. */
  update: z.enum(updateModes),
  /** Who owns what the file names no owner for. */
  ownerId: id.nullable(),
})
/** With the answers to what is asked of some kinds of record only, by the keys of the questions. */
export type ImportOptions = z.output<typeof readingOptions> & Record<string, unknown>
const importOptions = readingOptions.catchall(z.boolean()) as z.ZodType<ImportOptions>
const optionsPatch = readingOptions.partial().catchall(z.boolean()) as z.ZodType<Partial<ImportOptions>>

export const dialect = z.strictObject({
  encoding: z.enum(encodings),
  delimiter: z.enum(delimiters),
  hasHeader: z.boolean(),
  /** Whether the first line is Excel's `sep=;`. */
  hasHint: z.boolean(),
})

export const mappedColumn = z.strictObject({
  /** One of the import's targets, or `fields.<key>`. */
  target: z.string().max(100),
  /** Of the custom field that the import makes, where there is none with this key. */
  label: lineOf(120).min(1).optional(),
  type: z.enum(fieldTypes).optional(),
})

const made = z.object({ created: z.int(), updated: z.int() })
/** The table of a kind of record that can be imported: `contacts`. */
const object = z.string().max(60)
export const counts = z.object({
  rows: z.object({ created: z.int(), updated: z.int(), unchanged: z.int(), repeated: z.int(), refused: z.int() }),
  /** Rows that were taken although a value of theirs was left out. */
  warned: z.int(),
  /** What became of records, by their table. */
  records: z.record(z.string(), made),
})
export type ImportCounts = z.output<typeof counts>

export const undoResult = z.object({
  totalRecords: z.int(),
  doneRecords: z.int(),
  /** Records that went, by their table, with the custom `fields` and `tags` that were made for them. */
  removed: z.record(z.string(), z.int()),
  /** Records that got back what the import had overwritten. */
  restored: z.int(),
  /** Records that stay because something else depends on them now; the first 100. */
  kept: z.array(z.object({ object: z.string(), id, name: z.string(), reason: z.string() })),
  keptCount: z.int(),
  /** Values that stay because someone has changed them since; the first 100. */
  conflicts: z.array(z.object({ object: z.string(), id, name: z.string(), field: z.string() })),
  conflictCount: z.int(),
})
export type UndoResult = z.output<typeof undoResult>

export const importRow = z.object({
  id,
  object,
  format: z.enum(['csv', 'vcard']),
  fileName: z.string(),
  source: z.string(),
  preset: z.object({ key: z.string(), label: z.string() }).nullable(),
  status: z.enum(importStatuses),
  totalRows: z.int().nullable(),
  doneRows: z.int(),
  /** What the import did. */
  result: counts.nullable(),
  createdBy: id.nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
})
export type ImportRow = z.output<typeof importRow>

const finding = z.object({ column: z.string().nullable(), reason: z.string() })
const problem = z.object({ row: z.int(), ...finding.shape })
const warning = finding.extend({ rows: z.int(), firstRow: z.int() })

export const importDetail = importRow.extend({
  fileSize: z.int(),
  dialect,
  columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
  /** Where each column goes; null for one that is left out. */
  mapping: z.array(mappedColumn.nullable()),
  options: importOptions,
  /** What columns can be mapped to, custom fields included. */
  targets: z.array(z.object({ key: z.string(), label: z.string(), isMany: z.boolean(), isField: z.boolean() })),
  /** What else the file may hold. */
  objects: z.array(object),
  /** Whether columns can be imported as custom fields. */
  hasFields: z.boolean(),
  hasPhones: z.boolean(),
  /** What is asked besides of what the file holds: further options, yes unless they are set to no. */
  questions: z.array(z.object({ key: z.string(), label: z.string() })),
  /** Why it cannot be run as it is mapped now. */
  missing: z.array(z.string()),
  /** While it is checked, run or undone. */
  progress: z
    .object({ fraction: z.number(), rowsPerSecond: z.number().nullable(), secondsLeft: z.number().nullable() })
    .nullable(),
  /** What the last check found that the import would do. */
  check: counts.nullable(),
  undo: undoResult.nullable(),
  /** The first 100 rows that were refused, of the run or else of the check. */
  problems: z.array(problem),
  /** What was left out or kept in another way, gathered. */
  warnings: z.array(warning),
  error: z.string().nullable(),
  startedAt: z.string().nullable(),
})
export type ImportDetail = z.output<typeof importDetail>

export const importPatch = z.strictObject({
  object: object.optional(),
  /** The name under which ids of the file are kept, so that a later file finds the same records. */
  source: z
    .string()
    .trim()
    .regex(/^[a-z0-9_.-]{1,60}$/, refusal(words, 'sourceKey'))
    .optional(),
  mapping: z.array(mappedColumn.nullable()).max(2000).optional(),
  options: optionsPatch.optional(),
  /** Reads the file in another way; the mapping is proposed anew. */
  dialect: dialect.omit({ hasHint: true }).partial().optional(),
})
export type ImportPatch = z.output<typeof importPatch>

export const previewRow = z.object({
  row: z.int(),
  /** What the row will be understood as, by target. */
  values: z.array(z.object({ target: z.string(), label: z.string(), value: z.string() })),
  problems: z.array(finding),
  warnings: z.array(finding),
})

export const rowError = z.object({
  row: z.int(),
  isRefused: z.boolean(),
  reason: z.string(),
  cells: z.array(z.string()),
})

const { get, create, patch, remove, post } = endpointsOf('imports', { read: 'imports:read', write: 'imports:write' })

export const listImports = get('/imports', 'List imports, newest first; filter by object, status and source', {
  query: listQuery,
  response: page(importRow),
})
export const createImport = create(
  '/imports',
  'Upload a CSV or vCard file of up to 1 GB; answers how it would be understood, nothing is imported yet',
  {
    query: z.strictObject({ object: object.optional(), source: importPatch.shape.source }),
    consumes: 'multipart/form-data',
    response: importDetail,
  },
)
export const getImport = get('/imports/{id}', 'Get an import with its mapping, progress and results', {
  response: importDetail,
})
export const changeImport = patch('/imports/{id}', 'Set what a file holds, its mapping and its options', {
  body: importPatch,
  response: importDetail,
})
export const deleteImport = remove(
  '/imports/{id}',
  'Delete an import that has changed nothing, or was undone, with its file',
)
export const previewImport = get('/imports/{id}/preview', 'Get the first 20 rows as they will be understood', {
  response: itemsOf(previewRow),
})
export const checkImport = post('/imports/{id}/check', 'Try the whole file without writing anything', {
  response: importDetail,
  status: 202,
})
export const runImport = post('/imports/{id}/run', 'Import the file, or go on where a failed import stopped', {
  response: importDetail,
  status: 202,
})
export const undoImport = post('/imports/{id}/undo', 'Take back everything an import did', {
  response: importDetail,
  status: 202,
})
export const listImportErrors = get(
  '/imports/{id}/errors',
  'List the rows that were refused or not taken whole; as CSV with a column for the reason',
  {
    query: z.strictObject({
      format: z.enum(['json', 'csv']).default('json'),
      limit: listQuery.shape.limit,
      cursor: z.string().max(20).optional(),
      refused: z.stringbool().optional(),
    }),
    response: z.object({ items: z.array(rowError), nextCursor: z.string().nullable() }),
  },
)
