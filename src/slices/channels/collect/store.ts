import { sql } from 'kysely'
import { newId } from '../../../kernel/ids.ts'
import { clip, storable } from '../../../kernel/text.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { insertAll, updateEach } from '../../../platform/db/row.ts'
import type { Said } from './commerce.ts'
import type { Rejected } from './received.ts'

/** How many rejections of a source are kept. */
const mostRejections = 500

export async function insertRejections(tenant: Tenant, rejected: readonly Rejected[], now: Date): Promise<void> {
  const rows = rejected.map(({ source, reason, body }) => ({
    id: newId(now.getTime()),
    sourceId: source.id,
    reason,
    body: storable(clip(body, 2000)),
    createdAt: now,
  }))
  await insertAll(tenant, 'collectRejections', rows)
  for (const sourceId of new Set(rows.map(row => row.sourceId))) {
    await sql`
      delete from collect_rejections where workspace_id = ${tenant.workspaceId} and source_id = ${sourceId} and id in (
        select r.id from collect_rejections r where r.workspace_id = ${tenant.workspaceId} and r.source_id = ${sourceId}
        order by r.created_at desc, r.id desc offset ${mostRejections})`.execute(tenant.db)
  }
}

export interface StoredSaid {
  sourceId: string
  number: string
  orderId: string | null
  said: Said
}

/** What was said so far of these orders, locked; those of which nothing was are opened. */
export async function lockSaid(
  tenant: Tenant,
  wanted: readonly { sourceId: string; number: string }[],
): Promise<StoredSaid[]> {
  const keys = [...new Map(wanted.map(order => [`${order.sourceId} ${order.number}`, order])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { sourceId, number }]) => ({ sourceId, number }))
  await insertAll(tenant, 'collectOrders', keys, sql`on conflict do nothing`)
  const { rows } = await sql<StoredSaid>`
    select o.source_id, o.number, o.order_id, o.said from collect_orders o
    where o.workspace_id = ${tenant.workspaceId}
      and (o.source_id, o.number) in (select * from unnest(${keys.map(key => key.sourceId)}::uuid[], ${keys.map(key => key.number)}::text[]))
    order by o.source_id, o.number for update`.execute(tenant.db)
  return rows
}

export async function saveSaid(tenant: Tenant, rows: readonly StoredSaid[]): Promise<void> {
  await updateEach(tenant, 'collectOrders', ['sourceId', 'number'], rows)
}
