import { sql } from 'kysely'
import type { WorkspaceId } from '../../../../kernel/ids.ts'
import { keysOf } from '../../../../kernel/record/record.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { selectOf } from '../../../../platform/record/fragments.ts'
import { insertRecords, updateRecord } from '../../../../platform/record/statements.ts'
import { isOwnersVisible } from '../../contacts/public.ts'
import { unlessKnown } from './by-source.ts'
import {
  itemColumns,
  orderItemRecord,
  orderRecord,
  type NewOrder,
  type OrderChanges,
  type OrderItem,
  type StoredOrder,
} from '../record.ts'

type Columns = typeof orderRecord.columns

const stored = selectOf(orderRecord.columns, 'o')

/** The orders of these ids that the actor may see, locked. */
export async function lockOrders(tx: Db, ctx: Ctx, ids: string[]): Promise<StoredOrder[]> {
  const { rows } = await sql<StoredOrder>`
    select ${stored} from orders o
    where o.workspace_id = ${ctx.workspaceId} and o.id = any(${ids}::uuid[]) and ${isOwnersVisible(ctx, 'o')}
    order by o.id for update of o`.execute(tx)
  return rows
}

/**
 * Rows for orders and their items; two statements for any number. Orders whose source and source id are there already
 * are left out; answers the ids of those that are new.
 */
export async function insertOrders(
  tx: Db,
  workspaceId: WorkspaceId,
  orders: readonly NewOrder[],
  now: Date,
): Promise<Set<string>> {
  const inserted = await insertRecords<Columns, { id: string }>(tx, workspaceId, orderRecord, orders, now, unlessKnown)
  const ids = new Set(inserted.map(row => row.id))
  await insertItems(
    tx,
    workspaceId,
    orders.filter(order => ids.has(order.id)),
  )
  return ids
}

export async function insertItems(
  tx: Db,
  workspaceId: WorkspaceId,
  orders: readonly { id: string; items: OrderItem[] }[],
): Promise<void> {
  const items = orders.flatMap(({ id, items }) => items.map((item, position) => ({ ...item, orderId: id, position })))
  await insertRecords(tx, workspaceId, orderItemRecord, items)
}

export function updateOrder(
  tx: Db,
  workspaceId: WorkspaceId,
  id: string,
  changes: OrderChanges,
  now: Date,
): Promise<void> {
  return updateRecord(tx, workspaceId, orderRecord, id, changes, now)
}

export async function replaceItems(tx: Db, workspaceId: WorkspaceId, id: string, items: OrderItem[]): Promise<void> {
  await tx.deleteFrom('orderItems').where('workspaceId', '=', workspaceId).where('orderId', '=', id).execute()
  await insertItems(tx, workspaceId, [{ id, items }])
}

export async function listItems(tx: Db, workspaceId: WorkspaceId, id: string): Promise<OrderItem[]> {
  return tx
    .selectFrom('orderItems')
    .select(keysOf(itemColumns))
    .where('workspaceId', '=', workspaceId)
    .where('orderId', '=', id)
    .orderBy('position')
    .execute()
}
