import { sql } from 'kysely'
import type { WorkspaceId } from '../../../../kernel/ids.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { insertRows } from '../../../../platform/db/insert-rows.ts'
import { isOwnersVisible } from '../owners.ts'
import { unlessKnown } from './by-source.ts'

export interface NewReturn {
  id: string
  number: string
  orderId: string | null
  contactId: string | null
  companyId: string | null
  returnedAt: Date
  currency: string
  amount: number
  exchangeRate: number
  baseAmount: number
  quantity: number | null
  reason: string | null
  source: string
  sourceId: string
  importId?: string | null
  isDemo?: boolean
}

const returnColumns = {
  id: 'uuid',
  number: 'text',
  orderId: 'uuid',
  contactId: 'uuid',
  companyId: 'uuid',
  returnedAt: 'timestamptz',
  currency: 'text',
  amount: 'bigint',
  exchangeRate: 'numeric',
  baseAmount: 'bigint',
  quantity: 'int',
  reason: 'text',
  source: 'text',
  sourceId: 'text',
  importId: 'uuid',
  isDemo: 'boolean',
  createdAt: 'timestamptz',
} as const

/** Rows for returns, by one statement; as with orders, those that are there already are left out. */
export async function insertReturns(
  tx: Db,
  workspaceId: WorkspaceId,
  returns: readonly NewReturn[],
  now: Date,
): Promise<Set<string>> {
  const rows = returns.map(one => ({ ...one, isDemo: one.isDemo ?? false, createdAt: now }))
  const inserted = await insertRows<(typeof rows)[number], { id: string }>(
    tx,
    workspaceId,
    'returns',
    returnColumns,
    rows,
    unlessKnown,
  )
  return new Set(inserted.map(row => row.id))
}

export interface StoredReturn extends Pick<
  NewReturn,
  'id' | 'number' | 'orderId' | 'contactId' | 'companyId' | 'source' | 'sourceId'
> {
  deletedAt: Date | null
}

/** The return, locked, if the actor may see it. */
export async function lockReturn(tx: Db, ctx: Ctx, id: string): Promise<StoredReturn | undefined> {
  const { rows } = await sql<StoredReturn>`
    select r.id, r.number, r.order_id, r.contact_id, r.company_id, r.source, r.source_id, r.deleted_at
    from returns r
    where r.workspace_id = ${ctx.workspaceId} and r.id = ${id} and ${isOwnersVisible(ctx, 'r')}
    for update of r`.execute(tx)
  return rows[0]
}

export async function binReturn(tx: Db, workspaceId: WorkspaceId, id: string, deletedAt: Date | null): Promise<void> {
  await tx
    .updateTable('returns')
    .set({ deletedAt })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .execute()
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
