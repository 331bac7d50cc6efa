import { z } from 'zod'
import { endpointsOf } from '../endpoint.ts'
import { id } from '../ids.ts'
import { listQuery, page } from '../page.ts'
import type { Columns, Parts, RecordDefinition } from './record.ts'
import { recordSchemas, type Besides } from './schemas.ts'

/** What is to be done to many records. */
export const ids = z.strictObject({ ids: z.array(id).min(1).max(1000) })
export const count = z.object({ count: z.int() })

type Action = 'create' | 'get' | 'change' | 'delete' | 'restore' | 'save'

const formatNames: Record<string, string> = { csv: 'CSV', jsonl: 'JSON Lines', vcard: 'vCard' }

interface Particular extends Besides {
  /** Of exports; the first is the default. */
  formats?: readonly string[]
  /** Summaries that say more than what is usual. */
  summaries?: Partial<Record<Action, string>>
}

type Formats<B> = B extends { formats: infer Given extends readonly string[] } ? Given : readonly ['csv', 'jsonl']

/** One of a kind, in a sentence. */
export const indefinite = (name: string) => (/^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`)

/** The endpoints that every kind of record has; what they take and answer besides its columns is said. */
export function recordEndpoints<Name extends string, C extends Columns, P extends Parts, const B extends Particular>(
  record: RecordDefinition<Name, C, P>,
  besides: B,
) {
  const formats = (besides.formats ?? ['csv', 'jsonl']) as Formats<B>
  const { name, table: many } = record
  const { input, patch, item, row, whole, result } = recordSchemas(record, besides)
  const a = indefinite(name)
  const [list, one] = [`/${many}`, `/${many}/{id}`] as const
  const on = endpointsOf(many, { read: `${many}:read`, write: `${many}:write` })
  const rows = { query: listQuery, response: page(row) }
  const names = formats.map(format => formatNames[format] ?? format)
  const formatWords = `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
  const { create, get, change, delete: remove, restore, save } = besides.summaries ?? {}
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

type Output<S> = S extends z.ZodType ? z.output<S> : never
type ItemOf<S> = Output<S> extends { items: (infer Item)[] } ? Item : never

/** What these endpoints take and answer. */
export interface ShapesOf<
  E extends Record<'list' | 'get' | 'create' | 'change' | 'save', { body?: unknown; response?: unknown }>,
> {
  input: Output<E['create']['body']>
  patch: Output<E['change']['body']>
  item: ItemOf<E['save']['body']>
  row: ItemOf<E['list']['response']>
  whole: Output<E['get']['response']>
  result: ItemOf<E['save']['response']>
}
