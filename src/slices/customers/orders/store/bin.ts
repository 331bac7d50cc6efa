import { sql } from 'kysely'
import type { WorkspaceId } from '../../../../kernel/ids.ts'
import { only, type Stored } from '../../../../kernel/record/record.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { moveToBin } from '../../../../platform/record/bin.ts'
import { orderRecord } from '../record.ts'

const binned = only(orderRecord.columns, 'id', 'number', 'contactId', 'companyId')

export interface Binned {
  orders: Stored<typeof binned>[]
  returns: (Stored<typeof binned> & { orderId: string | null })[]
}

/** Moves orders and what came back of them to the bin; returns those that were not there yet. */
export async function binOrders(tx: Db, workspaceId: WorkspaceId, ids: string[], now: Date): Promise<Binned> {
  const orders = await moveToBin(tx, workspaceId, orderRecord, binned, ids, now)
  const returns = await sql<Binned['returns'][number]>`
    update returns r set deleted_at = ${now}
    where r.workspace_id = ${workspaceId} and r.order_id = any(${orders.map(order => order.id)}::uuid[]) and r.deleted_at is null
    returning r.id, r.number, r.contact_id, r.company_id, r.order_id`.execute(tx)
  return { orders, returns: returns.rows }
}

/** Takes orders out of the bin with the returns that went with them. */
export async function unbinOrders(tx: Db, workspaceId: WorkspaceId, ids: string[]): Promise<Binned> {
  const returns = await sql<Binned['returns'][number]>`
    update returns r set deleted_at = null from orders o
    where r.workspace_id = ${workspaceId} and o.workspace_id = r.workspace_id and o.id = r.order_id and o.id = any(${ids}::uuid[])
      and r.deleted_at is not null and r.deleted_at = o.deleted_at
    returning r.id, r.number, r.contact_id, r.company_id, r.order_id`.execute(tx)
  const orders = await moveToBin(tx, workspaceId, orderRecord, binned, ids, null)
  return { orders, returns: returns.rows }
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
