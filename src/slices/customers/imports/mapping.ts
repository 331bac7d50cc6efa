import { clip, fold } from '../../../kernel/text.ts'
import { fieldKey, type FieldType } from '../fields/schema.ts'
import { countErrorColumns } from './error-columns.ts'
import type { ImportTarget } from './import-target.ts'
import { headingKey, meaningOf, type ImportableKind } from './kinds.ts'
import type { MappedColumn, Mapping } from './mapped-column.ts'
import type { SourceRow } from './reader.ts'
import { cleanCell } from './rows/cell.ts'
import type { Preset } from './presets/preset.ts'
import { isNothing, parseYesNo } from './values/word.ts'
import { parseCountry } from './values/country.ts'
import { parseTime } from './values/date.ts'
import { parseNumber, sniffDecimalMark } from './values/number.ts'

/** What the columns are imported as. */
export function targetsOf(mapping: Mapping): ReadonlySet<string> {
  return new Set(mapping.flatMap(mapped => mapped?.target ?? []))
}

/** What rows say in the column that is imported as the first of `targets` that the file has. */
export function cellsOf(mapping: Mapping, ...targets: string[]): ((row: SourceRow) => string | null) | null {
  const [column] = targets.flatMap(target => mapping.flatMap((mapped, at) => (mapped?.target === target ? at : [])))
  return column === undefined ? null : ({ cells }) => cleanCell(cells[column] ?? '') || null
}

export interface ColumnSample {
  name: string
  /** Cells of the first rows, without empty ones. */
  values: string[]
}

export interface KnownField {
  key: string
  label: string
  type: string
}

/** A mapping for every column: by the preset, by the heading's words, by its values, else to a custom field. */
export function proposeMapping(
  kind: ImportTarget,
  columns: ColumnSample[],
  preset: Preset | null,
  fields: KnownField[],
): Mapping {
  const many = new Set(kind.columns.filter(column => column.isMany).map(column => column.key))
  const taken = new Set<string>()
  const mapping: Mapping = columns.map(() => null)
  const decided = columns.map(() => false)
  const claim = (at: number, mapped: MappedColumn | null) => {
    if (mapped !== null && taken.has(mapped.target) && !many.has(mapped.target)) return
    if (mapped !== null) taken.add(mapped.target)
    mapping[at] = mapped
    decided[at] = true
  }
  decided.fill(true, columns.length - countErrorColumns(columns.map(({ name }) => name)))
  const keys = new Set(fields.map(field => field.key))
  const claimNew = (at: number, { name, values }: ColumnSample) => {
    const key = fieldKey(name, new Set([...keys, ...[...taken].map(target => target.replace(/^fields\./, ''))]))
    claim(at, { target: `fields.${key}`, label: clip(name.trim(), 60), type: sniffType({ name, values }) })
  }
  for (const [at, { name, values }] of columns.entries()) {
    const key = /^fields\.(\w+)$/.exec(name)?.[1]
    if (key === undefined || decided[at] || !kind.customFields) continue
    if (keys.has(key)) claim(at, { target: name })
    else if (values.length > 0) claimNew(at, { name: key.replaceAll('_', ' '), values })
  }
  for (const [at, { name }] of columns.entries()) {
    const isCustom = preset?.own?.has(name) === false && !decided[at]
    const known = isCustom && fields.find(({ label }) => fold(label) === fold(name))
    if (known) claim(at, { target: `fields.${known.key}` })
  }
  for (const [at, { name }] of columns.entries()) {
    const wanted = decided[at] ? undefined : preset?.columns.get(name.trim().toLowerCase())
    if (wanted !== undefined) claim(at, wanted)
  }
  for (const [at, { name }] of columns.entries()) {
    const target = decided[at] ? null : meaningOf(kind, name)
    if (target !== null && !(target === 'country' && !looksLikeCountries(columns[at]!.values))) claim(at, { target })
  }
  for (const [at, column] of columns.entries()) {
    const target = decided[at] ? null : meaningOfValues(kind, column)
    if (target !== null) claim(at, { target })
  }
  kind.settleMapping?.(mapping)
  for (const [at, column] of columns.entries()) {
    if (decided[at] || !kind.customFields || column.values.length === 0) continue
    const known = fields.find(
      field => fold(field.label) === fold(column.name) || field.key === fieldKey(column.name, new Set()),
    )
    if (known && !taken.has(`fields.${known.key}`)) claim(at, { target: `fields.${known.key}` })
    else claimNew(at, column)
  }
  return mapping
}

/** What a file holds, judged by what its headings mean to each kind of record. */
export function proposeKind(kinds: readonly ImportableKind[], columns: ColumnSample[]): ImportableKind {
  const found = new Map(
    kinds.map(({ table, importTarget }) => [
      table,
      new Set(columns.flatMap(({ name }) => meaningOf(importTarget, name) ?? [])),
    ]),
  )
  const likenessOf = ({ importTarget }: ImportableKind) =>
    importTarget.likeness(table => found.get(table) ?? new Set(), columns.length)
  return kinds.reduce((best, kind) => (likenessOf(kind) > likenessOf(best) ? kind : best))
}

/** The type of custom field that holds these values. */
export function sniffType({ name, values }: ColumnSample): FieldType {
  const given = values.filter(value => !isNothing(value))
  if (given.length === 0) return 'text'
  const isCode =
    /\b(id|code|number|no|nr|zip|phone|cislo|kod|nummer)\b/.test(headingKey(name)) ||
    given.some(value => /^0\d|^\d{16,}$/.test(value.trim()))
  const distinct = new Set(given.map(value => value.trim()))
  const mark = sniffDecimalMark(given) ?? '.'
  if (
    distinct.size <= 2 &&
    given.every(value => parseYesNo(value) !== null) &&
    (distinct.size === 2 || ![...distinct].every(value => /^\d$/.test(value)))
  )
    return 'yesno'
  if (!isCode && given.every(value => parseNumber(value, mark) !== null)) return 'number'
  if (
    given.every(
      value =>
        /\d/.test(value) &&
        !/^\d{10,13}$/.test(value.trim()) &&
        (parseTime(value, 'dmy') ?? parseTime(value, 'mdy')) !== null,
    )
  )
    return 'date'
  if (given.every(value => /^https?:\/\/\S+$/i.test(value.trim()))) return 'link'
  const isRepeated = given.length >= 10 && distinct.size <= 12 && distinct.size * 3 <= given.length
  return isRepeated && !isCode && [...distinct].every(value => value.length <= 40 && !/[,;]/.test(value))
    ? 'choice'
    : 'text'
}

const isMostly = (values: string[], is: (value: string) => boolean) =>
  values.length > 0 && values.filter(is).length >= values.length * 0.8

function meaningOfValues({ byValue }: ImportTarget, { name, values }: ColumnSample): string | null {
  const given = values.filter(value => !isNothing(value)).slice(0, 200)
  if (isMostly(given, value => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(value.trim()))) return byValue.email ?? null
  if (isMostly(given, value => /^\+\d[\d\s().-]{7,}$/.test(value.trim()))) return byValue.phone ?? null
  const isPlace = /\b(country|location|office|land|zeme|stat|herkunft)\b/.test(headingKey(name))
  return isPlace && looksLikeCountries(given) ? (byValue.country ?? null) : null
}

function looksLikeCountries(values: string[]): boolean {
  const given = values.filter(value => !isNothing(value)).slice(0, 200)
  return given.length === 0 || isMostly(given, value => parseCountry(value) !== null)
}
