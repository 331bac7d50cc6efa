import { sql, type RawBuilder } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
import { forgets } from '../../../platform/db/guard/guard.ts'
import { isRoot, rootId } from '../contacts/public.ts'
import { discardFile } from '../files/public.ts'
import type { RetentionKind } from './retention.ts'

/** What is past its term: `from` with the alias x, and the condition; a person under legal hold keeps everything. */
interface Expired {
  from: RawBuilder<unknown>
  where(workspaceId: WorkspaceId, before: Date, now: Date): RawBuilder<boolean>
}

const isHeld = (contact: RawBuilder<unknown>, now: Date) => sql<boolean>`exists (
  select from legal_holds h join contacts held on held.workspace_id = h.workspace_id and held.id = ${contact}
  where h.workspace_id = x.workspace_id and h.contact_id in (held.id, ${rootId('held')}) and (h.until is null or h.until >= ${now}::timestamptz::date))`
const notHeld = (contact: RawBuilder<unknown>, now: Date) => sql<boolean>`not ${isHeld(contact, now)}`

/** Nothing was bought, and nothing happened since: not by the customer, and not by a change. */
const isQuiet = (
  before: Date,
) => sql<boolean>`x.created_at < ${before} and x.updated_at < ${before} and x.erased_at is null and ${isRoot('x')} and not x.has_merged
  and not exists (select from contact_facts f where f.workspace_id = x.workspace_id and f.contact_id = x.id and (f.orders > 0 or f.returns > 0 or f.last_touch_at >= ${before}))
  and not exists (select from orders o where o.workspace_id = x.workspace_id and o.contact_id = x.id)`
const isUnreachable = sql<boolean>`x.email is null and x.phone is null and not exists (
  select from handles k where k.workspace_id = x.workspace_id and k.contact_id = x.id and k.kind not in ('device', 'external'))`

export const expired: Record<RetentionKind, Expired> = {
  anonymous: {
    from: sql`contacts x`,
    where: (id, before, now) =>
      sql<boolean>`x.workspace_id = ${id} and x.lifecycle = 'stranger' and ${isUnreachable} and ${isQuiet(before)} and ${notHeld(sql`x.id`, now)}`,
  },
  leads: {
    from: sql`contacts x`,
    where: (
      id,
      before,
      now,
    ) => sql<boolean>`x.workspace_id = ${id} and x.lifecycle in ('stranger', 'lead', 'prospect') and not (x.lifecycle = 'stranger' and ${isUnreachable})
      and ${isQuiet(before)} and ${notHeld(sql`x.id`, now)}`,
  },
  submissions: {
    from: sql`form_submissions x`,
    where: (id, before, now) =>
      sql<boolean>`x.workspace_id = ${id} and x.created_at < ${before} and ${notHeld(sql`x.contact_id`, now)}`,
  },
  notes: {
    from: sql`notes x`,
    where: (id, before, now) =>
      sql<boolean>`x.workspace_id = ${id} and x.created_at < ${before} and x.updated_at < ${before} and not x.is_pinned and ${notHeld(sql`x.contact_id`, now)}`,
  },
  mail: {
    from: sql`outgoing_mail x`,
    where: (
      id,
      before,
      now,
    ) => sql<boolean>`x.workspace_id = ${id} and x.created_at < ${before} and x.status in ('sent', 'failed') and not exists (
      select from handles k join legal_holds h on h.workspace_id = k.workspace_id and h.contact_id = k.contact_id
      where k.workspace_id = x.workspace_id and k.kind = 'email' and k.normal = lower(x.to_address) and k.deleted_at is null and (h.until is null or h.until >= ${now}::timestamptz::date))`,
  },
  notifications: {
    from: sql`notifications x`,
    where: (id, before) => sql<boolean>`x.workspace_id = ${id} and x.created_at < ${before}`,
  },
  reads: {
    from: sql`audit_entries x`,
    where: (id, before, now) =>
      sql<boolean>`x.workspace_id = ${id} and x.at < ${before} and x.action like '%.read' and ${notHeld(sql`x.subject_id`, now)}`,
  },
}

/** The ids of up to `limit` rows that are past their term. */
export async function findExpired(
  db: Db,
  workspaceId: WorkspaceId,
  kind: RetentionKind,
  before: Date,
  now: Date,
  limit: number,
): Promise<string[]> {
  const { from, where } = expired[kind]
  const { rows } = await sql<{
    id: string
  }>`select x.id from ${from} where ${where(workspaceId, before, now)} limit ${limit}`.execute(db)
  return rows.map(row => row.id)
}

export async function countExpired(
  db: Db,
  workspaceId: WorkspaceId,
  kind: RetentionKind,
  before: Date,
  now: Date,
  limit: number,
): Promise<number> {
  const { from, where } = expired[kind]
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select 1 from ${from} where ${where(workspaceId, before, now)} limit ${limit}) found`.execute(
    db,
  )
  return rows[0]!.count
}

/** Deletes rows that are nobody's record; contacts go by an erasure instead. */
export async function removeExpired(
  tx: Db,
  workspaceId: WorkspaceId,
  kind: Exclude<RetentionKind, 'anonymous' | 'leads'>,
  ids: string[],
): Promise<void> {
  const rows = sql`workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`
  switch (kind) {
    case 'submissions': {
      const gone = await sql<{
        fileIds: string[]
      }>`delete from form_submissions where ${rows} returning file_ids`.execute(tx)
      for (const fileId of gone.rows.flatMap(row => row.fileIds)) await discardFile(tx, workspaceId, fileId)
      break
    }
    case 'notes':
      await sql`update events set data = data - 'excerpt' where workspace_id = ${workspaceId} and subject_id = any(${ids}::uuid[]) and data ? 'excerpt'`.execute(
        tx,
      )
      await sql`delete from notes where ${rows}`.execute(tx)
      break
    case 'mail':
      await sql`delete from outgoing_mail where ${rows}`.execute(tx)
      break
    case 'notifications':
      await sql`delete from notifications where ${rows}`.execute(tx)
      break
    case 'reads':
      await sql`${sql.raw(forgets)} delete from audit_entries where ${rows}`.execute(tx)
  }
}
