import { createHash } from 'node:crypto'
import { AppError } from '../../../kernel/errors.ts'
import type { WorkspaceSettings } from '../../../platform/context.ts'
import { headingKey } from './columns.ts'
import { decodeHead, readSample, sniffDialect, sniffEncoding, type Dialect } from './dialect.ts'
import { proposeMapping, proposeObject, type ColumnSample, type KnownField, type Mapping } from './mapping.ts'
import { recognisePreset, recogniseRefused } from './presets/recognise.ts'
import type { Preset } from './presets/preset.ts'
import { cleanCell } from './rows/cell.ts'
import { clip } from './rows/report.ts'
import type { ImportObject, ImportOptions } from './schema.ts'
import type { SavedMapping, StoredColumn } from './store.ts'
import { sniffOrder } from './values/date.ts'
import { sniffDecimalMark } from './values/number.ts'

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
  { head, pieces, isWhole }: FileParts,
  isUtf8: boolean,
  fileName: string,
  wanted: Partial<Dialect> = {},
): Sample {
  const encoding = wanted.encoding ?? sniffEncoding(head, isUtf8)
  const text = decodeHead(head, encoding)
  if (text.trim() === '') throw new AppError('invalid', 'The file is empty. Nothing of it was kept.')
  if (/^\ufeff?BEGIN:VCARD\s/i.test(text) || /\.(vcf|vcard)$/i.test(fileName)) {
    return {
      format: 'vcard',
      dialect: { encoding, delimiter: ',', hasHeader: false, hasHint: false },
      columns: [],
      preset: null,
    }
  }
  const dialect = { ...sniffDialect(text, encoding, isWhole), ...wanted }
  const records = readSample(text, dialect.delimiter, isWhole).slice(dialect.hasHint ? 1 : 0)
  const heading = dialect.hasHeader ? (records.shift() ?? []) : []
  const width = dialect.hasHeader ? heading.length : Math.max(0, ...records.slice(0, 100).map(record => record.length))
  if (width > 2000)
    throw new AppError('invalid', `The file has ${width} columns; an import takes up to 2,000. Nothing of it was kept.`)
  for (const piece of pieces) records.push(...recordsOf(decodeHead(piece, encoding), dialect, width))
  const columns = nameColumns(heading, width).map((name, at) => ({
    name,
    values: records.flatMap(record => cleanCell(record[at] ?? '') || []),
  }))
  return { format: 'csv', dialect, columns, preset: dialect.hasHeader ? recognisePreset(heading) : null }
}

/** Whole records of a piece out of the middle of a file. */
function recordsOf(text: string, { delimiter }: Dialect, width: number): string[][] {
  const begin = text.indexOf('\n')
  return begin < 0 ? [] : readSample(text.slice(begin + 1), delimiter, false).filter(record => record.length === width)
}

/** Every column has a name of its own. */
function nameColumns(heading: string[], width: number): string[] {
  const taken = new Map<string, number>()
  return Array.from({ length: width }, (_, at) => {
    const name = clip(cleanCell(heading[at] ?? '').replace(/\s+/g, ' '), 120) || `Column ${at + 1}`
    const count = (taken.get(name) ?? 0) + 1
    taken.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}

/** Refuses exports of things that cannot be imported. */
export function refuseForeign({ columns }: Sample): void {
  const holds = recogniseRefused(columns.map(column => column.name))
  if (holds === null) return
  throw new AppError(
    'unprocessable',
    `This file holds ${holds}. They cannot be imported; contacts, companies, orders and notes can. Nothing of it was kept.`,
  )
}

export interface Proposal {
  object: ImportObject
  mapping: Mapping
}

export function propose(
  { format, columns, preset }: Sample,
  object: ImportObject | undefined,
  saved: SavedMapping | undefined,
  fieldsOf: (object: ImportObject) => KnownField[],
): Proposal {
  if (format === 'vcard') return { object: 'contacts', mapping: [] }
  const own = object ?? saved?.object ?? preset?.object ?? proposeObject(columns)
  if (
    saved &&
    saved.object === own &&
    saved.mapping.length === columns.length &&
    isUsable(saved.mapping, fieldsOf(own))
  )
    return { object: own, mapping: saved.mapping }
  return { object: own, mapping: proposeMapping(own, columns, preset?.object === own ? preset : null, fieldsOf(own)) }
}

/** A saved mapping may name custom fields that have gone since. */
function isUsable(mapping: Mapping, fields: KnownField[]): boolean {
  const keys = new Set(fields.map(field => `fields.${field.key}`))
  return mapping.every(
    mapped =>
      mapped === null || !mapped.target.startsWith('fields.') || keys.has(mapped.target) || mapped.label !== undefined,
  )
}

const dateTargets = new Set(['placedAt', 'createdAt', 'birthday'])
const numberTargets = new Set(['amount', 'itemUnitAmount', 'itemAmount', 'quantity', 'itemQuantity', 'employees'])

/** The usual options, those of the saved mapping, and above both what the values of the file show. */
export function proposeOptions(
  { columns }: Sample,
  mapping: Mapping,
  workspace: Pick<WorkspaceSettings, 'country' | 'currency' | 'timeZone'>,
  saved: Partial<ImportOptions> = {},
): ImportOptions {
  const valuesOf = (targets: ReadonlySet<string>, type: string) =>
    columns
      .filter((_, at) => mapping[at] && (targets.has(mapping[at].target) || mapping[at].type === type))
      .map(column => column.values)
  const order = valuesOf(dateTargets, 'date')
    .map(sniffOrder)
    .find(found => found !== null)
  const mark = valuesOf(numberTargets, 'number')
    .map(sniffDecimalMark)
    .find(found => found !== null)
  const usual = ['US', 'PH', 'FM', 'PW', 'MH'].includes(workspace.country)
    ? 'mdy'
    : ['CN', 'JP', 'KR', 'TW', 'HU', 'LT', 'MN'].includes(workspace.country)
      ? 'ymd'
      : 'dmy'
  return {
    dateOrder: usual,
    decimalMark: '.',
    currency: workspace.currency,
    timeZone: workspace.timeZone,
    country: workspace.country,
    update: 'all',
    createCompanies: true,
    createContacts: true,
    negativesAreReturns: true,
    ownerId: null,
    ...saved,
    ...(order ? { dateOrder: order } : {}),
    ...(mark ? { decimalMark: mark } : {}),
  }
}

export function toStoredColumns(columns: ColumnSample[]): StoredColumn[] {
  return columns.map(({ name, values }) => ({
    name,
    samples: [...new Set(values)].slice(0, 5).map(value => clip(value, 100)),
  }))
}

/** Under which a mapping is found again: the headings in their order. */
export function headerHash(columns: readonly { name: string }[]): string {
  return createHash('sha256')
    .update(JSON.stringify(columns.map(column => headingKey(column.name))))
    .digest('hex')
}

/** A name for where the file comes from: its own, without dates, counters and what it holds. */
export function sourceOf(fileName: string, preset: Preset | null, format: 'csv' | 'vcard'): string {
  if (preset) return preset.source
  const slug = headingKey(fileName.replace(/\.[a-z0-9]{1,5}$/i, ''))
    .replace(/[^a-z0-9 ]+/g, '')
    .split(' ')
    .filter(
      word =>
        word !== '' &&
        !/^\d+$|^(copy|export|exported|final|new|all|contacts?|companies|company|accounts?|orders?|customers?|notes?|data|list|kontakty|firmy|objednavky|zakaznici|kontakte|kunden|bestellungen)$/.test(
          word,
        ),
    )
    .join('_')
  return clip(slug, 60) || (format === 'vcard' ? 'vcard' : 'csv')
}

/** What must be mapped before the file can be imported. */
export function missingOf(object: ImportObject, format: 'csv' | 'vcard', mapping: Mapping): string[] {
  if (format === 'vcard') return []
  const targets = new Set(mapping.flatMap(mapped => mapped?.target ?? []))
  const hasAny = (...keys: string[]) => keys.some(key => targets.has(key))
  const isReachable =
    hasAny('name', 'firstName', 'lastName', 'email', 'phone', 'externalId') ||
    [...targets].some(target => target.startsWith('handle.'))
  switch (object) {
    case 'contacts':
      return isReachable ? [] : ['Say which column is the name, the e-mail, the phone or the id of a contact.']
    case 'companies':
      return hasAny('name', 'domain') ? [] : ['Say which column is the name or the domain of a company.']
    case 'orders':
      return [
        ...(hasAny('placedAt') ? [] : ['Say which column is the date of an order.']),
        ...(hasAny('amount') || (hasAny('itemSku', 'itemName') && hasAny('itemAmount', 'itemUnitAmount'))
          ? []
          : ['Say which column is the amount of an order, or the name and the price of its items.']),
      ]
    case 'notes':
      return [
        ...(hasAny('body', 'title') ? [] : ['Say which column is the text of a note.']),
        ...(hasAny('contactId', 'contactEmail', 'contactPhone', 'contactName', 'company', 'companyDomain')
          ? []
          : ['Say which column names the contact or company of a note.']),
      ]
  }
}
