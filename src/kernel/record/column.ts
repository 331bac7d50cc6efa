import { z } from 'zod'
import { id } from '../ids.ts'
import { currency, minorUnits } from '../money.ts'
import { countryCode as countryCodes, languageTag, lineOf, linesOf } from '../input.ts'
import { day as calendarDay, instant, timeZone } from '../time.ts'

/** What is done with a column; whoever derives something from a definition asks for the columns with one of these uses. */
export type Use =
  /** People write it as it is, through the API. */
  | 'written'
  /** In the rows of lists, and so a filter. */
  | 'listed'
  /** In the whole record, but not in the rows of lists. */
  | 'shown'
  /** A filter that no row shows. */
  | 'filtered'
  /** Has an index that a list can be sorted by. */
  | 'sorted'
  | 'exported'
  /** Filled from the records that are merged into this one. */
  | 'merged'
  /** Channels may tell it of a person. */
  | 'trait'
  /** Says something of a person: part of what is disclosed to them, and what an erasure must see to. */
  | 'personal'
  /** Made of other columns: no change of its own. */
  | 'derived'
  /** May be left out when the record is made. */
  | 'defaulted'
  /** Cannot be given when the record is made: something that happens to it later. */
  | 'later'

export type SqlType =
  | 'uuid'
  | 'text'
  | 'integer'
  | 'bigint'
  | 'numeric'
  | 'real'
  | 'boolean'
  | 'date'
  | 'timestamptz'
  | 'uuid[]'
  | 'jsonb'
  | 'bytea'

/** How a list filters by it. */
export type FilterType = 'text' | 'number' | 'time' | 'day' | 'id' | 'ids' | 'yesno' | 'choice'

export type Code = 'country' | 'currency' | 'language' | 'zone'

export interface Column<
  Value = unknown,
  Given extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
  Uses extends Use = Use,
> {
  type: SqlType
  isNullable: boolean
  /** What it holds where nothing is known; undefined when it must be given. */
  empty: Value | undefined
  /** How the API takes it. */
  given: Given
  /** How the API answers it. */
  answer: Answer
  uses: readonly Uses[]
  filter?: FilterType
  choices?: readonly string[]
  /** Of many lines. */
  isLong?: true
  /** How many characters it may have. */
  most?: number
  /** What its texts are codes of. */
  code?: Code
  /** An amount of money, in minor units. */
  isMoney?: true
  /** The column of the same row that holds its currency; left out where it is the workspace's. */
  currencyIn?: string
  /** The table whose record it names. */
  refersTo?: string
}

type Optional<Value, Given extends z.ZodType, Answer extends z.ZodType, Uses extends Use> = Column<
  Value | null,
  z.ZodOptional<z.ZodNullable<Given>>,
  z.ZodNullable<Answer>,
  Uses
>

/** A column that may be null. What is stored is what is answered, except of times. */
function optional<Given extends z.ZodType, Answer extends z.ZodType, Uses extends Use, Value = z.output<Answer>>(
  { given, answer, ...kind }: Omit<Column<unknown, Given, Answer>, 'isNullable' | 'empty' | 'uses'>,
  uses: readonly Uses[],
): Optional<Value, Given, Answer, Uses> {
  return { ...kind, isNullable: true, empty: null, given: given.nullish(), answer: answer.nullable(), uses }
}

/** The same column, never null, nor a text without a letter. */
export function required<Value, Given extends z.ZodType, Answer extends z.ZodType, Uses extends Use>(
  column: Optional<Value, Given, Answer, Uses>,
): Column<Value, Given, Answer, Uses> {
  const given = column.given.unwrap().unwrap()
  return {
    ...column,
    isNullable: false,
    empty: undefined,
    given: given instanceof z.ZodString ? (given.min(1) as z.ZodType as Given) : given,
    answer: column.answer.unwrap(),
  }
}

/** The same column, never null and `empty` where nothing is given. */
export function requiredOr<Value, Given extends z.ZodType, Answer extends z.ZodType, Uses extends Use>(
  empty: NoInfer<Value>,
  column: Optional<Value, Given, Answer, Uses>,
): Column<Value, z.ZodOptional<Given>, Answer, Uses> {
  const plain = required(column)
  return { ...plain, empty, given: plain.given.optional() }
}

/** Text of one line. */
export function line<const Uses extends Use>(uses: readonly Uses[], length = 200) {
  return optional({ type: 'text', given: lineOf(length), answer: z.string(), filter: 'text', most: length }, uses)
}

/** Text of many lines. */
export function text<const Uses extends Use>(uses: readonly Uses[], length = 20_000) {
  return optional(
    { type: 'text', given: linesOf(length), answer: z.string(), filter: 'text', isLong: true, most: length },
    uses,
  )
}

/** One of `values`. */
export function choice<const Choice extends string, const Uses extends Use>(
  values: readonly Choice[],
  uses: readonly Uses[],
) {
  const schema = z.enum(values)
  const kind = { type: 'text', given: schema, answer: schema, filter: 'choice', choices: values } as const
  return optional(kind, uses)
}

/** ISO 3166: CZ. */
export function countryCode<const Uses extends Use>(uses: readonly Uses[]) {
  const kind = { given: countryCodes, answer: z.string(), filter: 'choice', code: 'country' } as const
  return optional({ type: 'text', ...kind }, uses)
}

/** BCP 47: cs, de-AT. */
export function languageCode<const Uses extends Use>(uses: readonly Uses[]) {
  return optional({ type: 'text', given: languageTag, answer: z.string(), filter: 'text', code: 'language' }, uses)
}

/** A zone of the IANA database. */
export function zone<const Uses extends Use>(uses: readonly Uses[]) {
  return optional({ type: 'text', given: timeZone, answer: z.string(), filter: 'text', code: 'zone' }, uses)
}

export function day<const Uses extends Use>(uses: readonly Uses[]) {
  return optional({ type: 'date', given: calendarDay, answer: z.string(), filter: 'day' }, uses)
}

/** How large something stored is. */
export function bytes<const Uses extends Use>(uses: readonly Uses[]) {
  return optional({ type: 'bigint', given: z.int().min(0), answer: z.int(), filter: 'number' }, uses)
}

/** The hash of something stored. */
export function digest<const Uses extends Use>(uses: readonly Uses[]) {
  const hash = z.custom<Uint8Array>(value => value instanceof Uint8Array)
  return optional({ type: 'bytea', given: hash, answer: hash }, uses)
}

/** A point in time. */
export function moment<const Uses extends Use>(
  uses: readonly Uses[],
): Optional<Date, typeof instant, z.ZodString, Uses> {
  return optional({ type: 'timestamptz', given: instant, answer: z.string(), filter: 'time' }, uses)
}

/** The largest whole number that is kept of anything that is counted. */
export const mostWhole = 1_000_000_000

/** A whole number. */
export function whole<const Uses extends Use>(
  uses: readonly Uses[],
  { min = 0, max = mostWhole }: { min?: number; max?: number } = {},
) {
  return optional({ type: 'integer', given: z.int().min(min).max(max), answer: z.int(), filter: 'number' }, uses)
}

/** The largest amount, in minor units: sums of many stay exact. */
export const mostMoney = 10 ** 14

/** An amount in minor units, of the workspace's currency unless the column `currencyIn` says which. */
export function money<const Uses extends Use>(
  uses: readonly Uses[],
  { min = 0, currencyIn }: { min?: number; currencyIn?: string } = {},
) {
  const given = minorUnits.min(min).max(mostMoney)
  const kind = { type: 'bigint', given, answer: z.int(), filter: 'number', isMoney: true } as const
  return optional({ ...kind, ...(currencyIn && { currencyIn }) }, uses)
}

/** ISO 4217: EUR. */
export function currencyCode<const Uses extends Use>(uses: readonly Uses[]) {
  return optional({ type: 'text', given: currency, answer: z.string(), filter: 'choice', code: 'currency' }, uses)
}

/** A rate of exchange: positive, as exact as it is given. */
export function rate<const Uses extends Use>(uses: readonly Uses[]) {
  const given = z.number().positive().max(1e12)
  return optional({ type: 'numeric', given, answer: z.number(), filter: 'number' }, uses)
}

/** From nothing to certain. */
export function certainty<const Uses extends Use>(uses: readonly Uses[]) {
  return optional({ type: 'real', given: z.number().min(0).max(1), answer: z.number(), filter: 'number' }, uses)
}

export function yesNo<const Uses extends Use>(uses: readonly Uses[]) {
  return optional({ type: 'boolean', given: z.boolean(), answer: z.boolean(), filter: 'yesno' }, uses)
}

/** The id of a record in `table`. */
export function reference<const Uses extends Use>(refersTo: string, uses: readonly Uses[]) {
  return optional({ type: 'uuid', given: id, answer: id, filter: 'id', refersTo }, uses)
}

/** The id of a record of whatever kind. */
export function anyReference<const Uses extends Use>(uses: readonly Uses[]) {
  return optional({ type: 'uuid', given: id, answer: id, filter: 'id' }, uses)
}

/** The ids of records in `table`. */
export function references<const Uses extends Use>(refersTo: string, uses: readonly Uses[], most = 100) {
  return optional({ type: 'uuid[]', given: z.array(id).max(most), answer: z.array(id), filter: 'ids', refersTo }, uses)
}

/** Values that are checked, changed and told as one, and have no table of their own: the prices of a product. */
export function list<Item extends z.ZodType, const Uses extends Use>(item: Item, uses: readonly Uses[], most = 200) {
  const values = z.array(item).max(most)
  return optional({ type: 'jsonb', given: values, answer: values }, uses)
}

/** Values of the fields that a workspace defines, by key. */
export function customFields<const Uses extends Use>(uses: readonly Uses[]) {
  const values = z.record(z.string(), z.unknown())
  const kind = { type: 'jsonb', given: values, answer: values } as const
  return requiredOr({}, optional(kind, uses))
}

/** The record's own id. */
export function key() {
  const kind = { type: 'uuid', given: id, answer: id } as const
  return required(optional(kind, ['listed', 'exported']))
}

/** Counts the changes, so that nobody overwrites what they have not read. */
export function version() {
  return requiredOr(1, whole(['shown', 'later']))
}
