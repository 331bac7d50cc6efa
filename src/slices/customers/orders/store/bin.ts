import { sql } from 'kysely'
import type { WorkspaceId } from '../../../../kernel/ids.ts'
import type { Db } from '../../../../platform/db/database.ts'

export interface Binned {
  id: string
  number: string
  contactId: string | null
  companyId: string | null
}

export interface BinnedReturn extends Binned {
  orderId: string | null
}

/** Moves orders and what came back of them to the bin; returns those that were not there yet. */
export async function binOrders(
  tx: Db,
  workspaceId: WorkspaceId,
  ids: string[],
  now: Date,
): Promise<{ orders: Binned[]; returns: BinnedReturn[] }> {
  const orders = await sql<Binned>`
    update orders o set deleted_at = ${now}, version = o.version + 1
    where o.workspace_id = ${workspaceId} and o.id = any(${ids}::uuid[]) and o.deleted_at is null
    returning o.id, o.number, o.contact_id, o.company_id`.execute(tx)
  const returns = await sql<BinnedReturn>`
    update returns r set deleted_at = ${now}
    where r.workspace_id = ${workspaceId} and r.order_id = any(${orders.rows.map(order => order.id)}::uuid[]) and r.deleted_at is null
    returning r.id, r.number, r.contact_id, r.company_id, r.order_id`.execute(tx)
  return { orders: orders.rows, returns: returns.rows }
}

/** Takes orders out of the bin with the returns that went with them. */
export async function unbinOrders(
  tx: Db,
  workspaceId: WorkspaceId,
  ids: string[],
): Promise<{ orders: Binned[]; returns: BinnedReturn[] }> {
  const returns = await sql<BinnedReturn>`
    update returns r set deleted_at = null from orders o
    where r.workspace_id = ${workspaceId} and o.workspace_id = r.workspace_id and o.id = r.order_id and o.id = any(${ids}::uuid[])
      and r.deleted_at is not null and r.deleted_at = o.deleted_at
    returning r.id, r.number, r.contact_id, r.company_id, r.order_id`.execute(tx)
  const orders = await sql<Binned>`
    update orders o set deleted_at = null, version = o.version + 1
    where o.workspace_id = ${workspaceId} and o.id = any(${ids}::uuid[]) and o.deleted_at is not null
    returning o.id, o.number, o.contact_id, o.company_id`.execute(tx)
  return { orders: orders.rows, returns: returns.rows }
}

/** Numbers of the orders among `ids` whose source id has been recorded anew since they went to the bin. */
export async function findRecordedAnew(tx: Db, workspaceId: WorkspaceId, ids: string[]): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select o.number from orders o
      join orders again on again.workspace_id = o.workspace_id and again.source = o.source and again.source_id = o.source_id and again.deleted_at is null
    where o.workspace_id = ${workspaceId} and o.id = any(${ids}::uuid[]) and o.deleted_at is not null
    order by o.number limit 5`.execute(tx)
  return rows.map(row => row.number)
}
