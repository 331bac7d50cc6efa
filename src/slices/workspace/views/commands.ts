import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { can, type Ctx } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { isRow } from '../../../platform/db/row.ts'
import { mayChange, maySee } from './policy.ts'
import { noView } from './queries.ts'
import type { ViewInput, ViewPatch } from './schema.ts'

const words = defineMessages('views.commands', {
  othersView: 'This view was shared by someone else. Save a copy of your own instead.',
  sharingRole: 'Sharing a view with everyone needs the role manager.',
})

export async function createView(ctx: Ctx, { filter, columns, sort, ...view }: ViewInput): Promise<string> {
  requireMayShare(ctx, view.isShared)
  const id = newId()
  const now = ctx.now()
  await ctx.db
    .insertInto('views')
    .values({
      workspaceId: ctx.workspaceId,
      id,
      memberId: ctx.actor.memberId!,
      ...view,
      sort: sort ?? null,
      filter: JSON.stringify(filter),
      columns: JSON.stringify(columns),
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  return id
}

export async function changeView(ctx: Ctx, id: string, { filter, columns, ...patch }: ViewPatch): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const before = await lockView(ctx, id)
    if (patch.isShared !== undefined && patch.isShared !== before.isShared) requireMayShare(ctx, true)
    await ctx.db
      .updateTable('views')
      .set({
        ...patch,
        ...(filter ? { filter: JSON.stringify(filter) } : {}),
        ...(columns ? { columns: JSON.stringify(columns) } : {}),
        updatedAt: ctx.now(),
      })
      .where(isRow(ctx.workspaceId, id))
      .execute()
  })
}

export async function deleteView(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async ctx => {
    await lockView(ctx, id)
    await ctx.db.deleteFrom('views').where(isRow(ctx.workspaceId, id)).execute()
  })
}

async function lockView(ctx: Ctx, id: string): Promise<{ isShared: boolean }> {
  const view = await ctx.db
    .selectFrom('views')
    .select(['memberId', 'isShared'])
    .where(isRow(ctx.workspaceId, id))
    .forUpdate()
    .executeTakeFirst()
  if (!view || !maySee(ctx.actor, view)) throw noView()
  if (!mayChange(ctx.actor, view)) throw new AppError('forbidden', say(words, 'othersView'))
  return view
}

function requireMayShare(ctx: Ctx, isShared: boolean): void {
  if (isShared && !can(ctx, 'views:share')) throw new AppError('forbidden', say(words, 'sharingRole'))
}
