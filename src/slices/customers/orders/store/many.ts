import { sql } from 'kysely'
import type { WorkspaceId } from '../../../../kernel/ids.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { rewriteRecords } from '../../../../platform/record/statements.ts'
import { correctedColumns, orderRecord, type OrderItem, type OrderRewrite } from '../record.ts'
import { insertItems } from './orders.ts'

/** Sets what can be corrected of many orders by one statement. */
export function rewriteOrders(
  tx: Db,
  workspaceId: WorkspaceId,
  orders: readonly OrderRewrite[],
  now: Date,
): Promise<void> {
  return rewriteRecords(tx, workspaceId, orderRecord, correctedColumns, orders, { now })
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
