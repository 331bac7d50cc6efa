import { sql } from 'kysely'
import { unsaved } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { isVisible } from '../../../../platform/list/visible.ts'
import { listAncestors } from '../store.ts'

const words = defineMessages('companies.require-parent', {
  noCompany: 'There is no such company.',
  ownParent: 'A company cannot be its own parent.',
  circle: 'That company belongs to this one already, so it cannot be its parent.',
})

/** Refuses a parent that is not there, or that belongs to `childId` itself. The caller has locked the workspace. */
export async function requireParent(tx: Db, ctx: Ctx, parentId: string, childId: string | null): Promise<void> {
  const { rows } = await sql`
    select from companies c where c.workspace_id = ${ctx.workspaceId}
    and c.id = ${parentId} and c.deleted_at is null and ${isVisible(ctx, 'c')}`.execute(tx)
  if (rows.length === 0) throw unsaved('unprocessable', 'parentId', say(words, 'noCompany'))
  if (childId === null) return
  if (parentId === childId) throw unsaved('unprocessable', 'parentId', say(words, 'ownParent'))
  if ((await listAncestors(tx, ctx.workspaceId, parentId)).includes(childId))
    throw unsaved('unprocessable', 'parentId', say(words, 'circle'))
}
