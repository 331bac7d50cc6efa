import type { z } from 'zod'
import type { Column, Use } from './column.ts'

export type Columns = Readonly<Record<string, Column>>

/** Rows that belong to a record, in their order, in a table of their own: the lines of an order. */
export interface Part<C extends Columns = Columns, Shown extends Columns = Columns> {
  definition: RecordDefinition<string, C>
  /** The column that names the record. */
  owner: Key<C>
  /** What is read and written of a part, besides whose it is and its position. */
  shown: Shown
}

/** By what the API calls them. */
export type Parts = Readonly<Record<string, Part>>

/** What a kind of record is: said once in a slice's `record.ts`; types, schemas and SQL are derived from it. */
export interface RecordDefinition<Name extends string = string, C extends Columns = Columns, P extends Parts = {}> {
  /** The noun in the singular, `contact`; events and custom fields name it so. */
  name: Name
  table: string
  columns: C
  /** Columns that no two living records have all the same in. */
  uniques?: readonly (readonly string[])[]
  /** Seen whole by whoever may read the kind; owner and team only say who may change one. */
  isShared?: true
  parts?: P
}

export function defineRecord<const Name extends string, C extends Columns, P extends Parts = {}>(
  definition: RecordDefinition<Name, C, P> & { uniques?: readonly (readonly Key<C>[])[] },
): RecordDefinition<Name, C, P> {
  return definition
}

type Value<C> = C extends Column<infer Stored, z.ZodType, z.ZodType, Use> ? Stored : never
export type Key<C extends Columns> = keyof C & string

/** The names of the columns with one of these uses. */
export type KeyFor<C extends Columns, Wanted extends Use> = {
  [K in Key<C>]: [C[K]['uses'][number] & Wanted] extends [never] ? never : K
}[Key<C>]

/** The record as it is read from the database. */
export type Stored<C extends Columns> = { -readonly [K in Key<C>]: Value<C[K]> }

/** The parts of a record. */
export type StoredParts<P extends Parts> = { -readonly [K in keyof P]: Stored<P[K]['shown']>[] }

type GivenKey<C extends Columns> = Exclude<Key<C>, KeyFor<C, 'later' | 'defaulted'>>

/** What a record is made of. */
export type New<C extends Columns> = { -readonly [K in GivenKey<C>]: Value<C[K]> } & {
  -readonly [K in Exclude<KeyFor<C, 'defaulted'>, KeyFor<C, 'later'>>]?: Value<C[K]>
}

export function partsOf({ parts = {} }: { parts?: Parts }): [string, Part][] {
  return Object.entries(parts)
}

/** Values that a record is changed to. */
export type Changes<C extends Columns> = Partial<Stored<Omit<C, 'id'>>>

export function keysOf<C extends Columns>(columns: C): Key<C>[] {
  return Object.keys(columns)
}

/** The columns with one of these uses. */
export function columnsFor<C extends Columns, const Wanted extends Use>(
  columns: C,
  ...uses: readonly Wanted[]
): Pick<C, KeyFor<C, Wanted>> {
  return filtered(columns, (_, column) => uses.some(use => column.uses.includes(use)))
}

export function only<C extends Columns, const K extends Key<C>>(columns: C, ...keys: readonly K[]): Pick<C, K> {
  return filtered(columns, key => (keys as readonly string[]).includes(key))
}

export function without<C extends Columns, const K extends Key<C>>(columns: C, ...keys: readonly K[]): Omit<C, K> {
  return filtered(columns, key => !(keys as readonly string[]).includes(key))
}

/** What a source may tell of a record; none knows teams. */
export function sourcedColumns<C extends Columns>(
  columns: C,
): Omit<C, KeyFor<C, 'derived' | 'defaulted' | 'later'> | 'teamId'> {
  const isOurs = (use: Use) => use === 'derived' || use === 'defaulted' || use === 'later'
  return filtered(columns, (key, { uses }) => key !== 'teamId' && !uses.some(isOurs))
}

/** Those that name no other record. */
export function withoutReferences<C extends Columns>(columns: C): Partial<C> {
  return filtered(columns, (_, column) => column.refersTo === undefined)
}

function filtered<C extends Columns, Part>(columns: C, isKept: (key: string, column: Column) => boolean): Part {
  return Object.fromEntries(Object.entries(columns).filter(([key, column]) => isKept(key, column))) as Part
}

/** What a record holds of which nothing is known. */
export function emptyOf<C extends Columns>(columns: C): Stored<C> {
  return structuredClone(
    Object.fromEntries(Object.entries(columns).map(([key, { empty }]) => [key, empty])),
  ) as Stored<C>
}

/** These columns of a row, all of them: one that was not read would otherwise be written as nothing. */
export function complete<C extends Columns>(columns: C, row: { readonly [K in Key<C>]: unknown }): Stored<C> {
  return Object.fromEntries(
    keysOf(columns).map(key => {
      if (row[key] === undefined) throw new Error(`A row has no ${key}.`)
      return [key, row[key]]
    }),
  ) as Stored<C>
}

/** How the API takes these columns. */
export function inputShape<C extends Columns>(columns: C): { -readonly [K in Key<C>]: C[K]['given'] } {
  return Object.fromEntries(Object.entries(columns).map(([key, { given }]) => [key, given])) as never
}

/** How the API answers these columns. */
export function answerShape<C extends Columns>(columns: C): { -readonly [K in Key<C>]: C[K]['answer'] } {
  return Object.fromEntries(Object.entries(columns).map(([key, { answer }]) => [key, answer])) as never
}

/** As the API takes it: times are texts. */
type Given<C extends Columns> = {
  readonly [K in Key<C>]?: Value<C[K]> | (Date extends Value<C[K]> ? string : never) | null | undefined
}

/** `input` as it is stored: nothing where nothing, or an empty text, was given. */
export function storedOf<C extends Columns>(columns: C, input: Given<C>): Stored<C> {
  return Object.fromEntries(
    Object.entries(columns).map(([key, { empty, type }]) => {
      const value = (input as Record<string, unknown>)[key]
      if (value === undefined || value === null || value === '') return [key, structuredClone(empty)]
      return [key, type === 'timestamptz' ? new Date(value as string) : value]
    }),
  ) as Stored<C>
}

/** What of `patch` differs from the record as it was. */
export function patched<C extends Columns>(columns: C, before: Stored<C>, patch: Given<C>): Partial<Stored<C>> {
  const given = filtered<C, C>(columns, key => (patch as Record<string, unknown>)[key] !== undefined)
  const values = storedOf(given, patch)
  const isOther = ([key, value]: [string, unknown]) => {
    const was: unknown = before[key as Key<C>]
    return value instanceof Date && was instanceof Date ? value.getTime() !== was.getTime() : value !== was
  }
  return Object.fromEntries(Object.entries(values).filter(isOther)) as Partial<Stored<C>>
}
