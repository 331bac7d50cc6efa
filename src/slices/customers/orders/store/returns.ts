import { sql } from 'kysely'
import type { WorkspaceId } from '../../../../kernel/ids.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { isRow } from '../../../../platform/db/row.ts'
import { selectOf } from '../../../../platform/record/fragments.ts'
import { insertRecords } from '../../../../platform/record/statements.ts'
import { isOwnersVisible } from '../../contacts/public.ts'
import { returnRecord, type NewReturn, type StoredReturn } from '../record.ts'
import { unlessKnown } from './by-source.ts'

type Columns = typeof returnRecord.columns

/** Rows for returns, by one statement; as with orders, those that are there already are left out. */
export async function insertReturns(
  tx: Db,
  workspaceId: WorkspaceId,
  returns: readonly NewReturn[],
  now: Date,
): Promise<Set<string>> {
  const inserted = await insertRecords<Columns, { id: string }>(
    tx,
    workspaceId,
    returnRecord,
    returns,
    now,
    unlessKnown,
  )
  return new Set(inserted.map(row => row.id))
}

const stored = selectOf(returnRecord.columns, 'r')

/** The return, locked, if the actor may see it. */
export async function lockReturn(tx: Db, ctx: Ctx, id: string): Promise<StoredReturn | undefined> {
  const { rows } = await sql<StoredReturn>`
    select ${stored} from returns r
    where r.workspace_id = ${ctx.workspaceId} and r.id = ${id} and ${isOwnersVisible(ctx, 'r')}
    for update of r`.execute(tx)
  return rows[0]
}

export async function binReturn(tx: Db, workspaceId: WorkspaceId, id: string, deletedAt: Date | null): Promise<void> {
  await tx.updateTable('returns').set({ deletedAt }).where(isRow(workspaceId, id)).execute()
}

/** What came back of these orders, the bin left out. */
export async function returnsOfOrders(
  db: Db,
  workspaceId: WorkspaceId,
  orderIds: string[],
): Promise<{ id: string; source: string; sourceId: string; amount: number }[]> {
  return db
    .selectFrom('returns')
    .select(['id', 'source', 'sourceId', 'amount'])
    .where('workspaceId', '=', workspaceId)
    .where('orderId', '=', sql<string>`any(${orderIds}::uuid[])`)
    .where('deletedAt', 'is', null)
    .execute()
}
