import { sql } from 'kysely'
import { AppError, type Sentence } from '../../kernel/errors.ts'
import { defineMessages, say } from '../../kernel/messages.ts'
import { partsOf, type Columns, type Parts, type RecordDefinition } from '../../kernel/record/record.ts'
import type { Owned } from '../../kernel/permissions.ts'
import type { Ctx } from '../context.ts'
import type { Tenant } from '../db/database.ts'
import { mayTouch } from '../list/visible.ts'
import type { Refusal } from './saving.ts'

const words = defineMessages('platform.uniques', {
  anotherRow: 'another row of this call',
  takenUnseen: '{value} belongs to a record that you may not see. Nothing was saved.',
  taken: '{value} belongs to {name} already. Nothing was saved; open that record instead.',
})

/** A kind of record whose `uniques` no two living ones share, and those of its parts. */
type Unique = RecordDefinition<string, Columns, Parts>

/** Who has what only one record may have. */
export interface Holder extends Owned {
  id: string
  name: Sentence
}

/** `domain` and `acme.com` as one text, or `source`, `hubspot` and `1051`. */
export const keyOf = (...parts: string[]) => parts.join('\n')
export const sourceKey = (source: string, sourceId: string) => keyOf('source', source, sourceId)

/** A SKU, or a source with its id as in `shopify:1051`, as it is shown to who wanted it. */
const valueOf = (key: string) => key.split('\n').slice(1).join(':')

/** The record and its parts, each with the columns of which only one living may have the same. */
export function uniqueRows(record: Unique, row: object) {
  const all: [RecordDefinition, object][] = [[record, row]]
  for (const [key, { definition }] of partsOf(record))
    for (const part of (row as Record<string, object[] | undefined>)[key] ?? []) all.push([definition, part])
  return all.flatMap(([{ uniques = [] }, held]) => uniques.map(columns => ({ columns, held: held as Held })))
}

type Held = Record<string, unknown>

/** Nothing where one of the columns is empty. */
export function uniqueKey(columns: readonly string[], held: Held): string | undefined {
  const values = columns.map(column => held[column])
  return values.every(Boolean) ? keyOf(columns[0]!, ...(values as string[])) : undefined
}

/** What of a record only one living record may have. */
export function uniqueKeys(record: Unique, row: object): string[] {
  return uniqueRows(record, row).flatMap(({ columns, held }) => uniqueKey(columns, held) ?? [])
}

/** Living records that have one of these keys. */
export async function findHolders(
  { db, workspaceId }: Tenant,
  record: Unique,
  keys: readonly string[],
): Promise<(Holder & { key: string })[]> {
  const given = [...new Set(keys)].map(key => key.split('\n'))
  const shown = 'ownerId' in record.columns ? sql`, c.name, c.owner_id, c.team_id` : sql``
  const tables = [{ definition: record as RecordDefinition, owner: 'id' }, ...partsOf(record).map(([, part]) => part)]
  const selects = tables.flatMap(({ definition: { table, uniques = [] }, owner }) =>
    uniques.flatMap(columns => {
      const wanted = given.filter(([first]) => first === columns[0]).map(([, ...values]) => values)
      if (wanted.length === 0) return []
      const own = sql.join(columns.map(column => sql.ref(`o.${column}`)))
      const last = columns.length - 1
      // What stands last may have lines of its own.
      const valuesAt = (at: number) => wanted.map(values => (at < last ? values[at] : values.slice(at).join('\n')))
      const arrays = sql.join(columns.map((_, at) => sql`${valuesAt(at)}::text[]`))
      return sql`
        select concat_ws(chr(10), ${columns[0]}::text, ${own}) as key, c.id${shown}
        from ${sql.table(table)} o
          join ${sql.table(record.table)} c on c.workspace_id = o.workspace_id and c.id = ${sql.ref(`o.${owner}`)}
        where o.workspace_id = ${workspaceId} and o.deleted_at is null and ${sql.ref(`o.${columns[last]!}`)} is not null
          and (${own}) in (select * from unnest(${arrays}))`
    }),
  )
  if (selects.length === 0) return []
  const { rows } = await sql<Holder & { key: string }>`${sql.join(selects, sql` union all `)}`.execute(db)
  return rows
}

type TakenBy = (ctx: Ctx, value: string, holder: Holder) => AppError

/** How a record is refused that would have what another one has; one that the actor may not see is not named. */
export function takenBy({ name: noun, isShared }: Pick<RecordDefinition, 'name' | 'isShared'>): TakenBy {
  return (ctx, value, holder) => {
    if (!isShared && !mayTouch(ctx, holder)) return new AppError('conflict', say(words, 'takenUnseen', { value }))
    const { id, name } = holder
    return new AppError('conflict', say(words, 'taken', { value, name }), { [`${noun}Id`]: id })
  }
}

/** Refuses what would have a key that is one of `taken`, or that an earlier one of the call has; `keysOf` says how each reads. */
export function unlessTaken<Fresh extends { id: string }>(
  ctx: Ctx,
  taken: Map<string, Holder>,
  keysOf: (record: Fresh) => { key: string; value: string }[],
  takenBy: TakenBy,
): Refusal<Fresh> {
  return record => {
    const keys = keysOf(record)
    const clash = keys.find(({ key }) => taken.has(key))
    if (clash) return takenBy(ctx, clash.value, taken.get(clash.key)!)
    const holder = { id: record.id, name: say(words, 'anotherRow'), ownerId: ctx.actor.memberId, teamId: null }
    for (const { key } of keys) taken.set(key, holder)
    return undefined
  }
}

/** Keeps records from having what another living one has: new ones, and one that is changed. */
export function keepingUnique(record: Unique) {
  const taken = takenBy(record)
  return {
    async refuseTaken<Fresh extends { id: string }>(ctx: Ctx, fresh: Fresh[]) {
      const holders = await findHolders(
        ctx,
        record,
        fresh.flatMap(one => uniqueKeys(record, one)),
      )
      const held = new Map<string, Holder>(holders.map(holder => [holder.key, holder]))
      const keysOf = (one: Fresh) => uniqueKeys(record, one).map(key => ({ key, value: valueOf(key) }))
      return unlessTaken(ctx, held, keysOf, taken)
    },
    async requireFree(ctx: Ctx, changed: { id: string; [key: string]: unknown }): Promise<void> {
      const holders = await findHolders(ctx, record, uniqueKeys(record, changed))
      const other = holders.find(({ id }) => id !== changed.id)
      if (other) throw taken(ctx, valueOf(other.key), other)
    },
  }
}
