import { sql } from 'kysely'
import { AppError } from '../../../../kernel/errors.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { isVisible } from '../../../../platform/list/visible.ts'
import { listAncestors } from '../store.ts'

/** Refuses a parent that is not there, or that belongs to `childId` itself. The caller has called `lockParents`. */
export async function requireParent(tx: Db, ctx: Ctx, parentId: string, childId: string | null): Promise<void> {
  const { rows } = await sql`
    select from companies c where c.workspace_id = ${ctx.workspaceId} and c.id = ${parentId} and c.deleted_at is null and ${isVisible(ctx, 'c')}`.execute(
    tx,
  )
  if (rows.length === 0) throw refusal('There is no such company.')
  if (childId === null) return
  if (parentId === childId) throw refusal('A company cannot be its own parent.')
  if ((await listAncestors(tx, ctx.workspaceId, parentId)).includes(childId))
    throw refusal('That company belongs to this one already, so it cannot be its parent.')
}

function refusal(message: string): AppError {
  return new AppError('unprocessable', `${message} Nothing was saved.`, { fields: [{ path: 'parentId', message }] })
}
