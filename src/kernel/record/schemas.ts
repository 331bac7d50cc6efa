import { z } from 'zod'
import { id } from '../ids.ts'
import type { Use } from './column.ts'
import {
  answerShape,
  columnsFor,
  inputShape,
  partsOf,
  type Columns,
  type Key,
  type KeyFor,
  type Parts,
} from './record.ts'

/** The version that was read: a change is refused when someone else has changed the record since. */
const readVersion = { version: z.int().optional() }
/** Tags that are put on and taken off, the others left as they are. */
const tagChanges = {
  addTagIds: z.array(id).max(100).optional(),
  removeTagIds: z.array(id).max(100).optional(),
}

/** What became of one of many records that were saved; `refusal` says more of why one was not. */
function savedResult<const Statuses extends readonly string[], Refusal extends Shape>(
  statuses: Statuses,
  refusal: Refusal,
) {
  const fields = z.array(z.object({ path: z.string(), message: z.string() })).optional()
  const error = z.object({ code: z.string(), reason: z.string().optional(), message: z.string(), fields, ...refusal })
  return z.object({ status: z.enum(statuses), id: id.nullable(), error: error.nullable() })
}

type Shape = z.ZodRawShape
type Over<Shapes, Others> = {
  [K in keyof Shapes | keyof Others]: K extends keyof Others ? Others[K] : K extends keyof Shapes ? Shapes[K] : never
}
type Optional<Shapes> = { [K in keyof Shapes]: Shapes[K] extends z.ZodType ? z.ZodOptional<Shapes[K]> : never }
type ObjectOf<Shapes, Config extends z.core.$ZodObjectConfig = z.core.$strip> = z.ZodObject<
  Shapes extends Shape ? Shapes : never,
  Config
>
type Strict<Shapes> = ObjectOf<Shapes, z.core.$strict>

type Origin<C extends Columns> = Key<C> & ('source' | 'sourceId')
type Given<C extends Columns, Besides> = Over<
  Pick<{ [K in Key<C>]: C[K]['given'] }, KeyFor<C, 'written'> | (Key<C> & ('tagIds' | 'fields'))>,
  Besides
>
type Fixed<C extends Columns, Besides> = Over<Pick<{ [K in Key<C>]: C[K]['given'] }, Origin<C>>, Besides>
type Answer<C extends Columns, Wanted extends Use, Besides> = ObjectOf<
  Over<Pick<{ [K in Key<C>]: C[K]['answer'] }, KeyFor<C, Wanted>>, Besides>
>
type AnswerParts<P extends Parts> = { [K in keyof P]: z.ZodArray<Answer<P[K]['shown'], Use, {}>> }
type Kept<C extends Columns> = ('tagIds' extends Key<C> ? typeof tagChanges : {}) &
  ('version' extends Key<C> ? typeof readVersion : {})

/** What the API takes and answers of a kind of record besides, or otherwise than, its columns. */
export interface Besides {
  input?: Shape
  /** Given when a record is made, and never changed; so are its source and its id there. */
  once?: Shape
  /** Answered in lists and of the whole record. */
  row?: Shape
  /** Answered in lists only. */
  listed?: Shape
  /** Answered of the whole record only. */
  whole?: Shape
  /** Why one of many was refused, where that is more than who has what only one may have. */
  refusal?: Shape
  statuses?: readonly string[]
}

type Said<B extends Besides, K extends keyof Besides, Else = {}> = B extends { [Key in K]: infer Value } ? Value : Else
type All<C extends Columns, B extends Besides> = Over<Given<C, Said<B, 'input'>>, Fixed<C, Said<B, 'once'>>>
type Status<B> = B extends { statuses: infer Given extends readonly string[] }
  ? Given
  : readonly ['created', 'updated', 'failed']
/** Who has what only one may have, where nothing else is said. */
type Refusal<B, Name extends string> = B extends { refusal: infer Given extends Shape }
  ? Given
  : { [K in `${Name}Id`]: z.ZodOptional<typeof id> }

/** What the API takes and answers of a kind of record: made of its columns. */
export function recordSchemas<Name extends string, C extends Columns, P extends Parts, const B extends Besides>(
  { name, columns, parts }: { name: Name; columns: C; parts?: P },
  { input, once, row, listed, whole, refusal, statuses }: B,
) {
  const isThere = (key: string) => key in columns
  const shapeOf = (keys: readonly string[]) =>
    inputShape(Object.fromEntries(keys.filter(isThere).map(key => [key, columns[key]!])))
  const given = { ...inputShape(columnsFor(columns, 'written')), ...shapeOf(['tagIds', 'fields']), ...input }
  const fixed = { ...shapeOf(['source', 'sourceId']), ...once }
  const kept = { ...('tagIds' in columns && tagChanges), ...('version' in columns && readVersion) }
  const ofParts = Object.fromEntries(
    partsOf({ parts }).map(([key, { shown }]) => [key, z.array(z.object(answerShape(shown)))]),
  )
  const all = z.strictObject({ ...given, ...fixed })
  return {
    input: all as unknown as Strict<All<C, B>>,
    patch: z.strictObject(given).partial().extend(kept) as unknown as Strict<
      Over<Optional<Given<C, Said<B, 'input'>>>, Kept<C>>
    >,
    /** One of many that are saved: with an id to be changed, without to be made. */
    item: all.partial().extend({ ...kept, id: id.optional() }) as unknown as Strict<
      Over<Optional<All<C, B>>, Kept<C> & { id: z.ZodOptional<typeof id> }>
    >,
    row: z.object({ ...answerShape(columnsFor(columns, 'listed')), ...row, ...listed }) as unknown as Answer<
      C,
      'listed',
      Said<B, 'row'> & Said<B, 'listed'>
    >,
    whole: z.object({
      ...answerShape(columnsFor(columns, 'listed', 'shown')),
      ...row,
      ...ofParts,
      ...whole,
    }) as unknown as Answer<C, 'listed' | 'shown', Said<B, 'row'> & AnswerParts<P> & Said<B, 'whole'>>,
    result: savedResult<Status<B>, Refusal<B, Name>>(
      (statuses ?? ['created', 'updated', 'failed']) as Status<B>,
      (refusal ?? { [`${name}Id`]: id.optional() }) as Refusal<B, Name>,
    ),
  }
}
