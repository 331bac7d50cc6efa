import { fold } from '../../../kernel/text.ts'
import { fieldKey } from '../fields/public.ts'
import type { FieldType } from '../fields/schema.ts'
import { clip } from './rows/report.ts'
import { fieldsOf, headingKey, targetOf, targets } from './columns.ts'
import type { ImportObject } from './schema.ts'
import type { Preset } from './presets/preset.ts'
import { isNothing, parseYesNo } from './values/word.ts'
import { parseCountry } from './values/country.ts'
import { parseTime } from './values/date.ts'
import { parseNumber, sniffDecimalMark } from './values/number.ts'

/** Where the cells of a column go. `label` and `type` describe a custom field that the import makes. */
export interface MappedColumn {
  target: string
  label?: string
  type?: FieldType
}
export type Mapping = (MappedColumn | null)[]

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

/** What the file of refused rows has after the columns of the original; of no use when it comes back corrected. */
export const errorColumns = ['Row', 'Imported', 'Reason']

const manyOf = (object: ImportObject) =>
  new Set(targets[object].filter(target => target.isMany).map(target => target.key))

/** A mapping for every column: by the preset, by the heading's words, by its values, else to a custom field. */
export function proposeMapping(
  object: ImportObject,
  columns: ColumnSample[],
  preset: Preset | null,
  fields: KnownField[],
): Mapping {
  const many = manyOf(object)
  const taken = new Set<string>()
  const mapping: Mapping = columns.map(() => null)
  const decided = columns.map(() => false)
  const claim = (at: number, mapped: MappedColumn | null) => {
    if (mapped !== null && taken.has(mapped.target) && !many.has(mapped.target)) return
    if (mapped !== null) taken.add(mapped.target)
    mapping[at] = mapped
    decided[at] = true
  }
  const isOfErrors = errorColumns.every((name, at) => columns.at(at - errorColumns.length)?.name === name)
  if (isOfErrors) decided.fill(true, columns.length - errorColumns.length)
  for (const [at, { name }] of columns.entries()) {
    const wanted = decided[at] ? undefined : preset?.columns[name.trim().toLowerCase()]
    if (wanted !== undefined) claim(at, typeof wanted === 'string' ? { target: wanted } : wanted)
  }
  for (const [at, { name }] of columns.entries()) {
    const target = decided[at] ? null : targetOf(object, name)
    if (target !== null && !(target === 'country' && !looksLikeCountries(columns[at]!.values))) claim(at, { target })
  }
  for (const [at, column] of columns.entries()) {
    const target = decided[at] ? null : targetOfValues(object, column)
    if (target !== null) claim(at, { target })
  }
  if (object === 'orders') settleItems(mapping)
  const keys = new Set(fields.map(field => field.key))
  for (const [at, column] of columns.entries()) {
    if (decided[at] || fieldsOf[object] === null || column.values.length === 0) continue
    const known = fields.find(
      field => fold(field.label) === fold(column.name) || field.key === fieldKey(column.name, new Set()),
    )
    if (known && !taken.has(`fields.${known.key}`)) claim(at, { target: `fields.${known.key}` })
    else {
      const key = fieldKey(
        column.name,
        new Set([...keys, ...[...taken].map(target => target.replace(/^fields\./, ''))]),
      )
      claim(at, { target: `fields.${key}`, label: clip(column.name.trim(), 60), type: sniffType(column) })
    }
  }
  return mapping
}

/** What a file holds, judged by how many of its columns each object explains and by those that only it has. */
export function proposeObject(columns: ColumnSample[]): ImportObject {
  const found = (object: ImportObject) => new Set(columns.flatMap(({ name }) => targetOf(object, name) ?? []))
  const [contacts, companies, orders, notes] = [found('contacts'), found('companies'), found('orders'), found('notes')]
  const isSale =
    ['amount', 'itemUnitAmount', 'itemAmount'].some(key => orders.has(key)) &&
    (orders.has('placedAt') || orders.has('number'))
  if (isSale && ['customerId', 'customerEmail', 'customerName', 'customerPhone', 'number'].some(key => orders.has(key)))
    return 'orders'
  const isPerson = ['firstName', 'lastName', 'email', 'birthday', 'jobTitle'].some(key => contacts.has(key))
  const isAboutNotes = notes.has('author') || notes.has('title') || !contacts.has('note') || columns.length <= 3
  const namesOwner = ['contactEmail', 'contactId', 'contactPhone', 'company', 'contactName'].some(key => notes.has(key))
  if (notes.has('body') && namesOwner && isAboutNotes && !contacts.has('lastName') && !contacts.has('phone'))
    return 'notes'
  const isCompany =
    companies.has('domain') ||
    companies.has('industry') ||
    companies.has('employees') ||
    companies.has('parent') ||
    (contacts.has('company') && !contacts.has('name'))
  return companies.has('name') && isCompany && !isPerson ? 'companies' : 'contacts'
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

function targetOfValues(object: ImportObject, { name, values }: ColumnSample): string | null {
  const given = values.filter(value => !isNothing(value)).slice(0, 200)
  if (isMostly(given, value => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(value.trim()))) {
    return { contacts: 'email', companies: null, orders: 'customerEmail', notes: 'contactEmail' }[object]
  }
  if (isMostly(given, value => /^\+\d[\d\s().-]{7,}$/.test(value.trim())))
    return { contacts: 'phone', companies: 'phone', orders: 'customerPhone', notes: 'contactPhone' }[object]
  const isPlace = /\b(country|location|office|land|zeme|stat|herkunft)\b/.test(headingKey(name))
  if (isPlace && looksLikeCountries(given))
    return { contacts: 'country', companies: 'country', orders: 'customerCountry', notes: null }[object]
  return null
}

function looksLikeCountries(values: string[]): boolean {
  const given = values.filter(value => !isNothing(value)).slice(0, 200)
  return given.length === 0 || isMostly(given, value => parseCountry(value) !== null)
}

/** In a file with one row an item, the quantity is the item's; a price without any item is the order's amount. */
function settleItems(mapping: Mapping): void {
  const at = (target: string) => mapping.findIndex(mapped => mapped?.target === target)
  const hasItem = at('itemSku') >= 0 || at('itemName') >= 0
  const move = (from: string, to: string) => {
    if (at(from) >= 0 && at(to) < 0) mapping[at(from)] = { target: to }
  }
  if (hasItem) move('quantity', 'itemQuantity')
  else {
    move('itemUnitAmount', 'amount')
    move('itemQuantity', 'quantity')
  }
}
