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
function savedResult<Status extends string, Refusal extends z.ZodRawShape>(
  statuses: readonly Status[],
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
export interface Besides<
  Input extends Shape,
  Once extends Shape,
  Row extends Shape,
  Listed extends Shape,
  Whole extends Shape,
  Refusal extends Shape,
  Status extends string,
> {
  input?: Input
  /** Given when a record is made, and never changed; so are its source and its id there. */
  once?: Once
  /** Answered in lists and of the whole record. */
  row?: Row
  /** Answered in lists only. */
  listed?: Listed
  /** Answered of the whole record only. */
  whole?: Whole
  /** Why one of many was refused, where that is more than who has what only one may have. */
  refusal?: Refusal
  statuses?: readonly Status[]
}

/** What the API takes and answers of a kind of record: made of its columns. */
export function recordSchemas<
  Name extends string,
  C extends Columns,
  P extends Parts,
  Input extends Shape = {},
  Once extends Shape = {},
  Row extends Shape = {},
  Listed extends Shape = {},
  Whole extends Shape = {},
  Refusal extends Shape = { [K in `${Name}Id`]: z.ZodOptional<typeof id> },
  const Status extends string = 'created' | 'updated' | 'failed',
>(
  { name, columns, parts }: { name: Name; columns: C; parts?: P },
  {
    input = {} as Input,
    once = {} as Once,
    row = {} as Row,
    listed = {} as Listed,
    whole = {} as Whole,
    refusal = { [`${name}Id`]: id.optional() } as never,
    statuses = ['created', 'updated', 'failed'] as never,
  }: Besides<Input, Once, Row, Listed, Whole, Refusal, Status>,
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
    input: all as unknown as Strict<Over<Given<C, Input>, Fixed<C, Once>>>,
    patch: z.strictObject(given).partial().extend(kept) as unknown as Strict<Over<Optional<Given<C, Input>>, Kept<C>>>,
    /** One of many that are saved: with an id to be changed, without to be made. */
    item: all.partial().extend({ ...kept, id: id.optional() }) as unknown as Strict<
      Over<Optional<Over<Given<C, Input>, Fixed<C, Once>>>, Kept<C> & { id: z.ZodOptional<typeof id> }>
    >,
    row: z.object({ ...answerShape(columnsFor(columns, 'listed')), ...row, ...listed }) as unknown as Answer<
      C,
      'listed',
      Row & Listed
    >,
    whole: z.object({
      ...answerShape(columnsFor(columns, 'listed', 'shown')),
      ...row,
      ...ofParts,
      ...whole,
    }) as unknown as Answer<C, 'listed' | 'shown', Row & AnswerParts<P> & Whole>,
    result: savedResult<Status, Refusal>(statuses, refusal),
  }
}
