import { sql } from 'kysely'
import type { WorkspaceId } from '../../../../kernel/ids.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { insertRows } from '../../../../platform/db/insert-rows.ts'
import type { OrderItem } from '../order.ts'
import { unlessKnown } from './by-source.ts'
import { isOwnersVisible } from '../owners.ts'
import type { OrderStatus } from '../schema.ts'

export interface StoredOrder {
  id: string
  number: string
  contactId: string | null
  companyId: string | null
  placedAt: Date
  currency: string
  amount: number
  exchangeRate: number
  baseAmount: number
  quantity: number | null
  status: OrderStatus
  fields: Record<string, unknown>
  version: number
  deletedAt: Date | null
}

/** The orders of these ids that the actor may see, locked. */
export async function lockOrders(tx: Db, ctx: Ctx, ids: string[]): Promise<StoredOrder[]> {
  const { rows } = await sql<StoredOrder>`
    select o.id, o.number, o.contact_id, o.company_id, o.placed_at, o.currency, o.amount, o.exchange_rate, o.base_amount, o.quantity, o.status, o.fields,
      o.version, o.deleted_at
    from orders o
    where o.workspace_id = ${ctx.workspaceId} and o.id = any(${ids}::uuid[]) and ${isOwnersVisible(ctx, 'o')}
    order by o.id for update of o`.execute(tx)
  return rows
}

export interface NewOrder extends Omit<StoredOrder, 'version' | 'deletedAt'> {
  source: string
  sourceId: string
  items: OrderItem[]
  importId?: string | null
  isDemo?: boolean
}

const orderColumns = {
  id: 'uuid',
  number: 'text',
  contactId: 'uuid',
  companyId: 'uuid',
  placedAt: 'timestamptz',
  currency: 'text',
  amount: 'bigint',
  exchangeRate: 'numeric',
  baseAmount: 'bigint',
  quantity: 'int',
  status: 'text',
  fields: 'jsonb',
  source: 'text',
  sourceId: 'text',
  importId: 'uuid',
  isDemo: 'boolean',
  createdAt: 'timestamptz',
  updatedAt: 'timestamptz',
} as const

const itemColumns = {
  orderId: 'uuid',
  position: 'int',
  sku: 'text',
  name: 'text',
  quantity: 'int',
  unitAmount: 'bigint',
  amount: 'bigint',
} as const

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
  const rows = orders.map(({ items: _, ...order }) => ({
    ...order,
    isDemo: order.isDemo ?? false,
    createdAt: now,
    updatedAt: now,
  }))
  const inserted = await insertRows<(typeof rows)[number], { id: string }>(
    tx,
    workspaceId,
    'orders',
    orderColumns,
    rows,
    unlessKnown,
  )
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
  await insertRows(
    tx,
    workspaceId,
    'order_items',
    itemColumns,
    orders.flatMap(({ id, items }) => items.map((item, position) => ({ ...item, orderId: id, position }))),
  )
}

export type OrderChanges = Partial<
  Pick<StoredOrder, 'number' | 'amount' | 'baseAmount' | 'quantity' | 'status' | 'fields'>
>

export async function updateOrder(
  tx: Db,
  workspaceId: WorkspaceId,
  id: string,
  { fields, ...rest }: OrderChanges,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('orders')
    .set({ ...rest, ...(fields ? { fields: JSON.stringify(fields) } : {}), updatedAt: now })
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

export async function replaceItems(tx: Db, workspaceId: WorkspaceId, id: string, items: OrderItem[]): Promise<void> {
  await tx.deleteFrom('orderItems').where('workspaceId', '=', workspaceId).where('orderId', '=', id).execute()
  await insertItems(tx, workspaceId, [{ id, items }])
}

export async function listItems(tx: Db, workspaceId: WorkspaceId, id: string): Promise<OrderItem[]> {
  return tx
    .selectFrom('orderItems')
    .select(['sku', 'name', 'quantity', 'unitAmount', 'amount'])
    .where('workspaceId', '=', workspaceId)
    .where('orderId', '=', id)
    .orderBy('position')
    .execute()
}
