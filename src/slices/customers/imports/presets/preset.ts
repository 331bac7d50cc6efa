import { fieldKey } from '../../fields/schema.ts'
import type { MappedColumn } from '../mapped-column.ts'
import type { DecimalMark } from '../schema.ts'

/** An export of another system, known by its headings. Headings are compared in lower case. */
export interface Preset {
  key: string
  /** For people: "HubSpot contacts". */
  label: string
  /** The name its ids are kept under, so that a later file finds the same records. */
  source: string
  /** The table of the records that it holds. */
  object: string
  /** Headings that tell it, any line of them. */
  known: readonly string[]
  /** How it always writes decimals, where that is known. */
  decimalMark?: DecimalMark
  /** What its columns are imported as, by their headings; null for one to leave out. */
  columns: ReadonlyMap<string, MappedColumn | null>
  /** Of our own export: the headings, as it writes them, that are no labels of custom fields. */
  own?: ReadonlySet<string>
}

export interface Headings {
  /** Which tell it: `a & b|c` has the first and one of the others. */
  known: readonly string[]
  /** Headings (`a|b`) by what they are imported as, where the columns themselves do not know them. */
  columns: Readonly<Record<string, string>>
  /** Custom fields that are made, by their labels: of which type, and of which headings. */
  fields?: Readonly<Record<string, [type: NonNullable<MappedColumn['type']>, headings: string]>>
  leftOut: string
  decimalMark?: DecimalMark
}

/** The first word of its label names the system. */
export function definePreset(label: string, object: string, headings: Headings): Preset {
  const { known, columns: targets, fields = {}, leftOut, decimalMark } = headings
  const columns = new Map<string, MappedColumn | null>(leftOut.split('|').map(heading => [heading, null]))
  for (const [target, names] of Object.entries(targets))
    for (const heading of names.split('|')) columns.set(heading, { target })
  for (const [name, [type, names]] of Object.entries(fields)) {
    const target = `fields.${fieldKey(name, new Set())}`
    for (const heading of names.split('|')) columns.set(heading, { target, label: name, type })
  }
  const words = label.toLowerCase().split(' ')
  return { key: words.join('-'), label, source: words[0]!, object, known, columns, ...(decimalMark && { decimalMark }) }
}

/** Whether a file has the headings of one of these lines. */
export function hasKnown(headings: ReadonlySet<string>, known: readonly string[]): boolean {
  return known.some(line => line.split(' & ').every(part => part.split('|').some(heading => headings.has(heading))))
}
