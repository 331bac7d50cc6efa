import { sql } from 'kysely'
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { can, type Ctx } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { deleteRows, findRow, insertRow, updateRows } from '../../../platform/db/row.ts'
import { mayChange, maySee } from './policy.ts'
import { noView } from './queries.ts'
import type { ViewInput, ViewPatch } from './schema.ts'

const words = defineMessages('views.commands', {
  othersView: 'This view was shared by someone else. Save a copy of your own instead.',
  sharingRole: 'Sharing a view with everyone needs the role manager.',
})

export async function createView(ctx: Ctx, view: ViewInput): Promise<string> {
  requireMayShare(ctx, view.isShared)
  const id = newId()
  const now = ctx.now()
  await insertRow(ctx, 'views', { ...view, id, memberId: ctx.actor.memberId!, createdAt: now, updatedAt: now })
  return id
}

export async function changeView(ctx: Ctx, id: string, patch: ViewPatch): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const before = await lockView(ctx, id)
    if (patch.isShared !== undefined && patch.isShared !== before.isShared) requireMayShare(ctx, true)
    await updateRows(ctx, 'views', id, { ...patch, updatedAt: ctx.now() })
  })
}

export async function deleteView(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async ctx => {
    await lockView(ctx, id)
    await deleteRows(ctx, 'views', id)
  })
}

async function lockView(ctx: Ctx, id: string): Promise<{ isShared: boolean }> {
  const view = await findRow(ctx, 'views', ['memberId', 'isShared'], id, sql`for update`)
  if (!view || !maySee(ctx.actor, view)) throw noView()
  if (!mayChange(ctx.actor, view)) throw new AppError('forbidden', say(words, 'othersView'))
  return view
}

function requireMayShare(ctx: Ctx, isShared: boolean): void {
  if (isShared && !can(ctx, 'views:share')) throw new AppError('forbidden', say(words, 'sharingRole'))
}
