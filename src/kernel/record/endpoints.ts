import { z } from 'zod'
import { endpointsOf } from '../endpoint.ts'
import { id } from '../ids.ts'
import { listQuery, page } from '../page.ts'
import type { RecordDefinition } from './record.ts'

/** What is to be done to many records. */
export const ids = z.strictObject({ ids: z.array(id).min(1).max(1000) })
export const count = z.object({ count: z.int() })

/** The version that was read: a change is refused when someone else has changed the record since. */
export const readVersion = { version: z.int().optional() }
/** Tags that are put on and taken off, the others left as they are. */
export const tagChanges = {
  addTagIds: z.array(id).max(100).optional(),
  removeTagIds: z.array(id).max(100).optional(),
}

/** What became of one of many records that were saved; `holder` says who has what only one record may have. */
export function savedResult<
  const Status extends string = 'created' | 'updated' | 'failed',
  Holder extends z.ZodRawShape = {},
>(holder: Holder = {} as Holder, statuses: readonly Status[] = ['created', 'updated', 'failed'] as never) {
  const fields = z.array(z.object({ path: z.string(), message: z.string() })).optional()
  const error = z.object({ code: z.string(), reason: z.string().optional(), message: z.string(), fields, ...holder })
  return z.object({ status: z.enum(statuses), id: id.nullable(), error: error.nullable() })
}

interface Shapes<
  Row extends z.ZodType,
  Whole extends z.ZodType,
  Input extends z.ZodType,
  Patch extends z.ZodType,
  Item extends z.ZodType,
  Result extends z.ZodType,
  Format extends string,
> {
  /** In lists. */
  row: Row
  whole: Whole
  input: Input
  patch: Patch
  /** One of many that are saved: with an id to be changed, without to be made. */
  item: Item
  result: Result
  /** Of exports; the first is the default. */
  formats?: readonly Format[]
  /** Summaries that say more than what is usual. */
  summaries?: Partial<Record<Action, string>>
}

type Action = 'create' | 'get' | 'change' | 'delete' | 'restore' | 'save'

const formatNames: Record<string, string> = { csv: 'CSV', jsonl: 'JSON Lines', vcard: 'vCard' }

/** The endpoints that every kind of record has. */
export function recordEndpoints<
  Row extends z.ZodType,
  Whole extends z.ZodType,
  Input extends z.ZodType,
  Patch extends z.ZodType,
  Item extends z.ZodType,
  Result extends z.ZodType,
  const Format extends string = 'csv' | 'jsonl',
>(
  { name, table: many }: Pick<RecordDefinition, 'name' | 'table'>,
  {
    row,
    whole,
    input,
    patch,
    item,
    result,
    formats = ['csv', 'jsonl'] as never,
    summaries = {},
  }: Shapes<Row, Whole, Input, Patch, Item, Result, Format>,
) {
  const a = /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`
  const [list, one] = [`/${many}`, `/${many}/{id}`] as const
  const on = endpointsOf(many, { read: `${many}:read`, write: `${many}:write` })
  const rows = { query: listQuery, response: page(row) }
  const names = formats.map(format => formatNames[format] ?? format)
  const formatWords = `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
  const { create, get, change, delete: remove, restore, save } = summaries
  return {
    list: on.get(list, `List ${many}`, rows),
    listDeleted: on.get(`${list}/bin`, `List deleted ${many}`, rows),
    export: on.get(`${list}/export`, `Export the ${many} of a list as ${formatWords}`, {
      access: `${many}:export`,
      query: listQuery.extend({ format: z.enum(formats).default(formats[0]! as never) }),
      produces: 'text/csv',
    }),
    create: on.create(list, create ?? `Create ${a}`, { body: input, response: whole }),
    get: on.get(one, get ?? `Get ${a}`, { response: whole }),
    change: on.patch(one, change ?? `Change ${a}`, { body: patch, response: whole }),
    delete: on.remove(one, remove ?? `Move ${a} to the bin`),
    restore: on.post(`${one}/restoration`, restore ?? `Take ${a} out of the bin`, { response: whole }),
    save: on.post(`${list}/bulk`, save ?? `Create (without id) or change (with id) up to 1,000 ${many}`, {
      body: z.strictObject({ items: z.array(item).min(1).max(1000) }),
      response: z.object({ items: z.array(result) }),
    }),
    deleteMany: on.post(`${list}/bulk-deletion`, `Move up to 1,000 ${many} to the bin`, {
      body: ids,
      response: count,
    }),
    restoreMany: on.post(`${list}/bulk-restoration`, `Take up to 1,000 ${many} out of the bin`, {
      body: ids,
      response: count,
    }),
  }
}
