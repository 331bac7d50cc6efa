import { sql } from 'kysely'
import { z } from 'zod'
import { id } from '../../../kernel/ids.ts'
import { inTransaction, type Tenant } from '../../../platform/db/database.ts'
import { findRow, findRows } from '../../../platform/db/row.ts'
import type { Reacting, Reaction, RecordedEvent } from '../../../platform/events/reaction.ts'
import { addJob } from '../../../platform/jobs/add-job.ts'
import { defineWorkspaceJob } from '../../../platform/jobs/jobs.ts'
import { memberEvents } from './events.ts'

declare module '../../../platform/record/record-kind.ts' {
  interface RecordKind {
    /** Its records belong to a member. When that member is removed the heir gets them, or nobody. */
    owned?: Owned
  }
}

export interface Owned {
  /** Where the id of the member stands: `owner_id`. */
  column: string
  /** Which of the member's records still need an owner; all when left out. */
  isOpen?: string
}

const name = 'members.hand-over'
const batchSize = 2000

/** What belonged to a member who was removed is handed over in the background, each kind by a job of its own. */
export const handedOver: Reaction = {
  name,
  kinds: [memberEvents.removed],
  react: (ctx, events) =>
    handOverOf(
      ctx,
      events.filter(event => memberEvents.removed.is(event)),
    ),
}

type Removed = Pick<RecordedEvent, 'subjectId'> & { data: { reassignTo: string | null } }

async function handOverOf(ctx: Reacting, removed: readonly Removed[]): Promise<void> {
  for (const { subjectId, data } of removed)
    for (const { table } of ctx.app.records.filter(kind => kind.owned))
      await addJob(ctx, name, { memberId: subjectId, heirId: data.reassignTo, table })
}

/** The same once more for who was removed since: long work may have given them what it had read of them before. */
export async function handOverSince(ctx: Reacting, since: Date): Promise<void> {
  const left = await findRows(ctx, 'members', ['id'], {}, sql`and removed_at >= ${since}`)
  if (left.length === 0) return
  const which = { kind: memberEvents.removed.kind, subjectId: left.map(({ id }) => id) }
  await handOverOf(ctx, (await findRows(ctx, 'events', ['subjectId', 'data'], which)) as unknown as Removed[])
}

export const handOver = defineWorkspaceJob({
  name,
  payload: { memberId: id, heirId: id.nullable(), table: z.string() },
  async run(ctx, { memberId, heirId, table }, signal) {
    const { owned } = ctx.app.records.find(kind => kind.table === table)!
    const from = { table, owned: owned!, memberId }
    const handOverNext = () => inTransaction(ctx, async ctx => handOverSome(ctx, from, await lockHeir(ctx, heirId)))
    while ((await handOverNext()) > 0) signal.throwIfAborted()
  },
})

/** The heir, or who took over from them since; nobody removes them before the transaction ends. */
async function lockHeir(tenant: Tenant, id: string | null): Promise<string | null> {
  if (id === null || (await findRow(tenant, 'members', ['id'], { id, removedAt: null }, sql`for share`))) return id
  const which = { kind: memberEvents.removed.kind, subjectId: id }
  const left = await findRow(tenant, 'events', ['data'], which)
  return lockHeir(tenant, (left?.data as Removed['data'] | undefined)?.reassignTo ?? null)
}

/** One batch. Waits for rows that someone is changing now, so that none is left behind. */
async function handOverSome(
  { db, workspaceId }: Tenant,
  from: { table: string; owned: Owned; memberId: string },
  heirId: string | null,
): Promise<number> {
  const table = sql.table(from.table)
  const owner = sql.ref(from.owned.column)
  const result = await sql`
    update ${table} r set ${owner} = ${heirId}::uuid
    where r.workspace_id = ${workspaceId} and r.id in (
      select o.id from ${table} o
      where o.workspace_id = ${workspaceId} and ${owner} = ${from.memberId}::uuid and ${sql.raw(from.owned.isOpen ?? 'true')}
      order by o.id limit ${batchSize} for update)`.execute(db)
  return Number(result.numAffectedRows ?? 0)
}
