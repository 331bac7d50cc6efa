import { sql } from 'kysely'
import type { WorkspaceId } from '../../../../kernel/ids.ts'
import type { Db } from '../../../../platform/db/database.ts'
import type { OrderItem } from '../order.ts'
import { insertItems, type StoredOrder } from './orders.ts'

export type OrderRewrite = Pick<
  StoredOrder,
  'id' | 'number' | 'amount' | 'baseAmount' | 'quantity' | 'status' | 'fields'
>

/** Sets what can be corrected of many orders by one statement. */
export async function rewriteOrders(
  tx: Db,
  workspaceId: WorkspaceId,
  orders: OrderRewrite[],
  now: Date,
): Promise<void> {
  if (orders.length === 0) return
  await sql`
    update orders o set number = r.number, amount = r.amount, base_amount = r."baseAmount", quantity = r.quantity, status = r.status, fields = r.fields,
      version = o.version + 1, updated_at = ${now}
    from json_to_recordset(${JSON.stringify(orders)}::json)
      as r (id uuid, number text, amount bigint, "baseAmount" bigint, quantity int, status text, fields jsonb)
    where o.workspace_id = ${workspaceId} and o.id = r.id`.execute(tx)
}

/** Gives orders other lines. */
export async function rewriteItems(
  tx: Db,
  workspaceId: WorkspaceId,
  orders: { id: string; items: OrderItem[] }[],
): Promise<void> {
  if (orders.length === 0) return
  await sql`delete from order_items where workspace_id = ${workspaceId} and order_id = any(${orders.map(order => order.id)}::uuid[])`.execute(
    tx,
  )
  await insertItems(tx, workspaceId, orders)
}

/** Takes orders away for good, with their items. Returns that name them must be gone before. */
export async function removeOrders(tx: Db, workspaceId: WorkspaceId, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from orders where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`.execute(tx)
}

export async function removeReturns(tx: Db, workspaceId: WorkspaceId, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from returns where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`.execute(tx)
}
