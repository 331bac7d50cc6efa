import { sql } from 'kysely'
import { only, type Columns, type New, type RecordDefinition, type Stored } from '../../../kernel/record/record.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { findRows } from '../../../platform/db/row.ts'
import { moveToBin } from '../../../platform/record/bin.ts'
import { insertParts } from '../../../platform/record/parts.ts'
import { insertRecords, ownLocks, rewritingOf } from '../../../platform/record/statements.ts'
import { isOwnersVisible } from '../contacts/public.ts'
import { noOrder, noReturn } from './order.ts'
import { correctedColumns, orderRecord, returnRecord, type NewOrder, type NewReturn } from './record.ts'

const orderLocks = ownLocks(orderRecord, orderRecord.columns, noOrder, isOwnersVisible)
export const { lockRows: lockOrders, lockOne: lockOrder } = orderLocks
export const { lockRows: lockReturns } = ownLocks(returnRecord, returnRecord.columns, noReturn, isOwnersVisible)

/** Orders and returns come once: a row whose source id is there already is left out. Answers the ids of those that are new. */
async function insertNew<C extends Columns>(
  tenant: Tenant,
  definition: RecordDefinition<string, C>,
  records: readonly New<C>[],
  now: Date,
): Promise<Set<string>> {
  const unlessKnown = sql<{ id: string }>`
    on conflict (workspace_id, source, source_id) where deleted_at is null do nothing returning id`
  const inserted = await insertRecords(tenant, definition, records, now, unlessKnown)
  return new Set(inserted.map(row => row.id))
}

/** Rows for orders and their items; two statements for any number. */
export async function insertOrders(tenant: Tenant, orders: readonly NewOrder[], now: Date) {
  const ids = await insertNew(tenant, orderRecord, orders, now)
  await insertParts(
    tenant,
    orderRecord,
    orders.filter(({ id }) => ids.has(id)),
  )
  return ids
}

export function insertReturns(tenant: Tenant, returns: readonly NewReturn[], now: Date) {
  return insertNew(tenant, returnRecord, returns, now)
}

/** Sets what can be corrected of many orders by one statement. */
export const rewriteOrders = rewritingOf(orderRecord, correctedColumns)

/** What came back of these orders, the bin left out. */
export function returnsOfOrders(tenant: Tenant, orderIds: string[]) {
  const isThere = { orderId: orderIds, deletedAt: null }
  return findRows(tenant, 'returns', ['id', 'orderId', 'source', 'sourceId', 'amount', 'quantity'], isThere)
}

const binnedOrder = only(orderRecord.columns, 'id', 'number', 'contactId', 'companyId')
export const binnedReturn = only(returnRecord.columns, 'id', 'number', 'contactId', 'companyId', 'orderId')

type BinnedOrder = Stored<typeof binnedOrder> & { returns: Stored<typeof binnedReturn>[] }

/** Moves orders and what came back of them to the bin; returns those that were not there yet. */
export async function binOrders(tenant: Tenant, ids: string[], now: Date): Promise<BinnedOrder[]> {
  const returnIds = (await returnsOfOrders(tenant, ids)).map(({ id }) => id)
  return moveWith(tenant, ids, returnIds, now)
}

/** Takes orders out of the bin with the returns that went with them, but for those that were recorded anew. */
export async function unbinOrders(tenant: Tenant, ids: string[]): Promise<BinnedOrder[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct on (r.source, r.source_id) r.id
    from returns r join orders o on o.workspace_id = r.workspace_id and o.id = r.order_id
    where r.workspace_id = ${tenant.workspaceId} and o.id = any(${ids}::uuid[]) and r.deleted_at = o.deleted_at
      and not exists (select from returns again where again.workspace_id = r.workspace_id
        and again.source = r.source and again.source_id = r.source_id and again.deleted_at is null)
    order by r.source, r.source_id, r.id desc`.execute(tenant.db)
  const returnIds = rows.map(({ id }) => id)
  return moveWith(tenant, ids, returnIds, null)
}

async function moveWith(tenant: Tenant, ids: string[], returnIds: string[], at: Date | null) {
  const orders = await moveToBin(tenant, orderRecord, binnedOrder, ids, at)
  const returns = await moveToBin(tenant, returnRecord, binnedReturn, returnIds, at)
  const byOrder = Map.groupBy(returns, returned => returned.orderId)
  return orders.map(order => ({ ...order, returns: byOrder.get(order.id) ?? [] }))
}

/** Orders among `ids` whose source id has been recorded anew since they went to the bin; `isThere` unless that is among `ids` too. */
export async function findRecordedAnew(
  { db, workspaceId }: Tenant,
  ids: string[],
): Promise<{ number: string; isThere: boolean }[]> {
  const { rows } = await sql<{ number: string; isThere: boolean }>`
    select o.number, bool_or(again.deleted_at is null) as is_there from orders o
      join orders again on again.workspace_id = o.workspace_id and again.source = o.source and again.source_id = o.source_id
        and again.id <> o.id and (again.deleted_at is null or again.id = any(${ids}::uuid[]))
    where o.workspace_id = ${workspaceId} and o.id = any(${ids}::uuid[]) and o.deleted_at is not null
    group by o.number order by is_there desc, o.number limit 5`.execute(db)
  return rows
}
