import { createHash } from 'node:crypto'
import { AppError } from '../../../kernel/errors.ts'
import type { Text } from '../../../kernel/message-params.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { clip } from '../../../kernel/text.ts'
import type { WorkspaceSettings } from '../../../platform/context.ts'
import { wordsFor } from '../../../platform/languages.ts'
import { headingKey, type ImportableKind } from './kinds.ts'
import { decodeHead, readSample, sniffDialect, sniffEncoding, type Dialect } from './dialect.ts'
import { proposeKind, proposeMapping, targetsOf, type ColumnSample, type KnownField } from './mapping.ts'
import type { Mapping } from './mapped-column.ts'
import { recognisePreset, recogniseRefused } from './presets/recognise.ts'
import type { Preset } from './presets/preset.ts'
import { cleanCell } from './rows/cell.ts'
import type { ImportOptions } from './schema.ts'
import type { SavedMapping, StoredColumn } from './store.ts'
import { sniffOrder } from './values/date.ts'
import { sniffDecimalMark } from './values/number.ts'

const words = defineMessages('imports.inspect', {
  foreign:
    'This file holds {holds, select, hubspotDeals {deals exported from HubSpot} hubspotTickets {tickets exported from HubSpot} salesforceOpportunities {opportunities exported from Salesforce} fiderIdeas {ideas exported from Fider} other {deals}}. They cannot be imported; {kinds} can. Nothing of it was kept.',
  emptyFile: 'The file is empty. Nothing of it was kept.',
  column: 'Column {number}',
  manyColumns: 'The file has {width} columns; an import takes up to 2,000. Nothing of it was kept.',
})

/** How much of a file is read to tell what it is. */
export const sampleBytes = 512 * 1024

export interface Sample {
  format: 'csv' | 'vcard'
  dialect: Dialect
  columns: ColumnSample[]
  preset: Preset | null
}

/** The beginning of a file and some pieces from further on. */
export interface FileParts {
  head: Uint8Array
  pieces: Uint8Array[]
  isWhole: boolean
}

/** What these parts of a file tell: how it is written and which columns it has. */
export function inspectFile(
  kinds: readonly ImportableKind[],
  { head, pieces, isWhole }: FileParts,
  isUtf8: boolean,
  fileName: string,
  locale: string,
  wanted: Partial<Dialect> = {},
): Sample {
  const encoding = wanted.encoding ?? sniffEncoding(head, isUtf8)
  const text = decodeHead(head, encoding)
  if (text.trim() === '') throw new AppError('invalid', say(words, 'emptyFile'))
  if (/^\ufeff?BEGIN:VCARD\s/i.test(text) || /\.(vcf|vcard)$/i.test(fileName)) {
    const dialect = { encoding, delimiter: ',', hasHeader: false, hasHint: false } as const
    return { format: 'vcard', dialect, columns: [], preset: null }
  }
  const dialect = { ...sniffDialect(text, encoding, isWhole), ...wanted }
  const records = readSample(text, dialect.delimiter, isWhole).slice(dialect.hasHint ? 1 : 0)
  const heading = dialect.hasHeader ? (records.shift() ?? []) : []
  const width = dialect.hasHeader ? heading.length : Math.max(0, ...records.slice(0, 100).map(record => record.length))
  if (width > 2000) throw new AppError('invalid', say(words, 'manyColumns', { width }))
  for (const piece of pieces) records.push(...recordsOf(decodeHead(piece, encoding), dialect, width))
  const columns = nameColumns(heading, width, locale).map((name, at) => ({
    name,
    values: records.flatMap(record => cleanCell(record[at] ?? '') || []),
  }))
  return { format: 'csv', dialect, columns, preset: dialect.hasHeader ? recognisePreset(kinds, heading) : null }
}

/** Whole records of a piece out of the middle of a file. */
function recordsOf(text: string, { delimiter }: Dialect, width: number): string[][] {
  const begin = text.indexOf('\n')
  return begin < 0 ? [] : readSample(text.slice(begin + 1), delimiter, false).filter(record => record.length === width)
}

/** Every column has a name of its own, made in the language of whoever uploads the file where it has no heading. */
function nameColumns(heading: string[], width: number, locale: string): string[] {
  const t = wordsFor(words, locale)
  const taken = new Map<string, number>()
  return Array.from({ length: width }, (_, at) => {
    const name = clip(cleanCell(heading[at] ?? '').replace(/\s+/g, ' '), 120) || t('column', { number: at + 1 })
    const count = (taken.get(name) ?? 0) + 1
    taken.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}

/** Refuses exports of things that cannot be imported. */
export function refuseForeign({ columns }: Sample, kinds: readonly ImportableKind[]): void {
  const holds = recogniseRefused(columns.map(column => column.name))
  if (holds === null) return
  throw new AppError('unprocessable', say(words, 'foreign', { holds, kinds: kinds.map(({ table }) => table) }))
}

export interface Proposal {
  object: string
  mapping: Mapping
}

export function propose(
  { format, columns, preset }: Sample,
  kinds: readonly ImportableKind[],
  asked: string | undefined,
  saved: SavedMapping | undefined,
  fieldsOf: ReadonlyMap<string, KnownField[]>,
): Proposal {
  if (format === 'vcard') return { object: kinds.find(kind => kind.importTarget.cardReader)!.table, mapping: [] }
  const wanted = asked ?? saved?.object ?? preset?.object
  const kind = kinds.find(({ table }) => table === wanted) ?? proposeKind(kinds, columns)
  const { table: object, importTarget } = kind
  const fields = fieldsOf.get(object) ?? []
  if (saved?.object === object && saved.mapping.length === columns.length && isUsable(saved.mapping, fields))
    return { object, mapping: saved.mapping }
  const known = preset?.object === object ? preset : null
  return { object, mapping: proposeMapping(importTarget, columns, known, fields) }
}

/** A saved mapping may name custom fields that have gone since. */
function isUsable(mapping: Mapping, fields: KnownField[]): boolean {
  const keys = new Set(fields.map(field => `fields.${field.key}`))
  return mapping.every(
    mapped =>
      mapped === null || !mapped.target.startsWith('fields.') || keys.has(mapped.target) || mapped.label !== undefined,
  )
}

/** The usual options, those of the saved mapping, and above both what the values of the file show. */
export function proposeOptions(
  { columns, preset }: Sample,
  { importTarget }: ImportableKind,
  mapping: Mapping,
  workspace: Pick<WorkspaceSettings, 'country' | 'currency' | 'timeZone'>,
  saved: Partial<ImportOptions> = {},
): ImportOptions {
  const valuesOf = (holds: 'date' | 'number') => {
    const targets = new Set(importTarget.columns.filter(column => column.holds === holds).map(column => column.key))
    return columns
      .filter((_, at) => mapping[at] && (targets.has(mapping[at].target) || mapping[at].type === holds))
      .map(column => column.values)
  }
  const order = valuesOf('date').map(sniffOrder).find(Boolean)
  const mark = preset?.decimalMark ?? valuesOf('number').map(sniffDecimalMark).find(Boolean)
  const { country, currency, timeZone } = workspace
  const usual = monthFirst.includes(country) ? 'mdy' : yearFirst.includes(country) ? 'ymd' : 'dmy'
  const read = { dateOrder: usual, decimalMark: '.', country, currency, timeZone } as const
  return {
    ...read,
    update: 'all',
    ownerId: null,
    ...saved,
    ...(order && { dateOrder: order }),
    ...(mark && { decimalMark: mark }),
  }
}

/** Countries in which 1/2/2026 is a day in January, or the year comes first. */
const monthFirst = ['US', 'PH', 'FM', 'PW', 'MH']
const yearFirst = ['CN', 'JP', 'KR', 'TW', 'HU', 'LT', 'MN']

export function toStoredColumns(columns: ColumnSample[]): StoredColumn[] {
  return columns.map(({ name, values }) => {
    const samples = [...new Set(values)].slice(0, 5)
    return { name, samples: samples.map(value => clip(value, 100)) }
  })
}

/** Under which a mapping is found again: the headings in their order. */
export function headerHash(columns: readonly { name: string }[]): string {
  const headings = columns.map(column => headingKey(column.name))
  return createHash('sha256').update(JSON.stringify(headings)).digest('hex')
}

/** A name for where the file comes from: its own, without dates, counters and what it holds. */
export function sourceOf(fileName: string, { preset, format }: Sample, kinds: readonly ImportableKind[]): string {
  const nouns = new Set(kinds.flatMap(({ importTarget }) => importTarget.nouns))
  if (preset) return preset.source
  const isNoise = /^\d+$|^(copy|export|exported|final|new|all|data|list)$/
  const words = headingKey(fileName.replace(/\.[a-z0-9]{1,5}$/i, '')).replace(/[^a-z0-9 ]+/g, '')
  const slug = words
    .split(' ')
    .filter(word => word !== '' && !nouns.has(word) && !isNoise.test(word))
    .join('_')
  return clip(slug, 60) || (format === 'vcard' ? 'vcard' : 'csv')
}

/** What must be mapped before the file can be imported. */
export function missingOf({ importTarget }: ImportableKind, format: 'csv' | 'vcard', mapping: Mapping): Text[] {
  return format === 'vcard' ? [] : importTarget.missing(targetsOf(mapping))
}
