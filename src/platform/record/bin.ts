import { sql, type RawBuilder } from 'kysely'
import type { NewEvent } from '../../kernel/event.ts'
import { customerColumns } from '../../kernel/record/events.ts'
import { only, partsOf, type Columns, type RecordDefinition, type Stored } from '../../kernel/record/record.ts'
import type { Ctx } from '../context.ts'
import { inTransaction, type Tenant } from '../db/database.ts'
import { record } from '../events/record.ts'
import { selectOf } from './fragments.ts'

/** Ends a statement that reads records `alias`: in a transaction they stay where they are until what names them is written. */
export function againstBin({ db }: Pick<Tenant, 'db'>, alias: string): RawBuilder<unknown> {
  return db.isTransaction ? sql`for share of ${sql.ref(alias)}` : sql``
}

/** Moves the records whose ids are in `of` to the bin, or out of it with null; returns these columns of those that were not there yet. */
export async function moveToBin<C extends Columns>(
  { db, workspaceId }: Tenant,
  { table, columns }: RecordDefinition,
  returned: C,
  ids: readonly string[],
  at: Date | null,
  of = 'id',
): Promise<Stored<C>[]> {
  const isThere = at === null ? sql`is not null` : sql`is null`
  const version = 'version' in columns ? sql`, version = c.version + 1` : sql``
  const { rows } = await sql<Stored<C>>`
    update ${sql.table(table)} c set deleted_at = ${at}${version}
    where c.workspace_id = ${workspaceId} and ${sql.ref(`c.${of}`)} = any(${ids}::uuid[]) and c.deleted_at ${isThere}
    returning ${selectOf(returned, 'c')}`.execute(db)
  return rows
}

/** As `moveToBin` out of the bin. Of what only one living record may have the last column is not given back where another has it by now. */
export async function takeOutOfBin<C extends Columns>(
  tenant: Tenant,
  definition: RecordDefinition,
  returned: C,
  ids: readonly string[],
  of = 'id',
): Promise<Stored<C>[]> {
  const { table, columns, uniques } = definition
  if (!uniques) return moveToBin(tenant, definition, returned, ids, null, of)
  const { db, workspaceId } = tenant
  const named = (alias: string, keys: readonly string[]) => keys.map(key => sql.ref(`${alias}.${key}`))
  const keeps = uniques.map((keys, at) => {
    const isSame = sql`(${sql.join(named('o', keys))}) = (${sql.join(named('b', keys))})`
    return sql`row_number() over (partition by ${sql.join(named('b', keys))} order by b.deleted_at desc, b.id) = 1
      and not exists (select from ${sql.table(table)} o where o.workspace_id = ${workspaceId} and o.deleted_at is null and ${isSame})
      as ${sql.ref(`keeps${at}`)}`
  })
  const statements = uniques.map((keys, at) => {
    const last = keys.at(-1)!
    return sql`${sql.ref(last)} = case when ${sql.ref(`back.keeps${at}`)} then ${sql.ref(`c.${last}`)} end`
  })
  const version = 'version' in columns ? [sql`version = c.version + 1`] : []
  const { rows } = await sql<Stored<C>>`
    with back as (
      select b.id, ${sql.join(keeps)} from ${sql.table(table)} b
      where b.workspace_id = ${workspaceId} and ${sql.ref(`b.${of}`)} = any(${ids}::uuid[]) and b.deleted_at is not null)
    update ${sql.table(table)} c set deleted_at = null, ${sql.join([...version, ...statements])}
    from back where c.workspace_id = ${workspaceId} and c.id = back.id
    returning ${selectOf(returned, 'c')}`.execute(db)
  return rows
}

type Outcome = 'deleted' | 'restored'

interface Bin<Row> {
  /** The ids of the records that are meant, locked; one that is unknown, not the actor's or may not be moved is refused. */
  lock(ctx: Ctx, ids: string[], outcome: Outcome): Promise<string[]>
  /** Where more goes to the bin with them. */
  bin?(tenant: Tenant, ids: string[], now: Date): Promise<Row[]>
  unbin?(tenant: Tenant, ids: string[]): Promise<Row[]>
  tell(row: Row, outcome: Outcome): NewEvent[]
}

/** That they went to the bin or came back, by their names. */
export const tellByName =
  <Row extends { id: string; name: string }>(events: Record<Outcome, (row: Row, data: { name: string }) => NewEvent>) =>
  (row: Row, outcome: Outcome): NewEvent[] => [events[outcome](row, { name: row.name })]

/** Moves records to the bin and back, all of a call or none; `returned` is what is told of each. */
export function binCommands<Row extends { id: string }>(
  definition: RecordDefinition,
  { lock, bin, unbin, tell }: Bin<Row>,
  returned: Columns = { ...only(definition.columns, 'id', 'name'), ...customerColumns(definition.columns) },
) {
  const moving = (outcome: Outcome) => (ctx: Ctx, given: string[]) =>
    inTransaction(ctx, async ctx => {
      const ids = await lock(ctx, [...new Set(given)], outcome)
      const at = outcome === 'deleted' ? ctx.now() : null
      const move = (of: RecordDefinition, moved: Columns, owner?: string) =>
        at ? moveToBin(ctx, of, moved, ids, at, owner) : takeOutOfBin(ctx, of, moved, ids, owner)
      for (const [, { definition: part, owner }] of partsOf(definition))
        if ('deletedAt' in part.columns) await move(part, only(part.columns, 'id'), owner)
      const rows: unknown[] = await ((at ? bin?.(ctx, ids, at) : unbin?.(ctx, ids)) ?? move(definition, returned))
      const happened = (rows as Row[]).flatMap(row => tell(row, outcome))
      await record(ctx, happened)
      return rows.length
    })
  return { bin: moving('deleted'), restore: moving('restored') }
}
