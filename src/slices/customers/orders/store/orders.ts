import { sql } from 'kysely'
import type { WorkspaceId } from '../../../../kernel/ids.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { selectOf } from '../../../../platform/record/fragments.ts'
import { insertParts } from '../../../../platform/record/parts.ts'
import { insertRecords } from '../../../../platform/record/statements.ts'
import { isOwnersVisible } from '../../contacts/public.ts'
import { noOrder } from '../order.ts'
import { unlessKnown } from './by-source.ts'
import { itemParts, orderRecord, type NewOrder, type StoredOrder } from '../record.ts'

type Columns = typeof orderRecord.columns

const stored = selectOf(orderRecord.columns, 'o')

/** The orders of these ids, locked. One that is unknown or not the actor's refuses the whole call. */
export async function lockOrders(tx: Db, ctx: Ctx, ids: string[]): Promise<StoredOrder[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<StoredOrder>`
    select ${stored} from orders o
    where o.workspace_id = ${ctx.workspaceId} and o.id = any(${ids}::uuid[]) and ${isOwnersVisible(ctx, 'o')}
    order by o.id for update of o`.execute(tx)
  if (rows.length < new Set(ids).size) throw noOrder()
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
  const items = orders.flatMap(({ id, items }) => (ids.has(id) ? [{ id, parts: items }] : []))
  await insertParts(tx, workspaceId, itemParts, items)
  return ids
}
