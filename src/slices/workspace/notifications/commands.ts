import type { Ctx } from '../../../platform/context.ts'

/** Marks the caller's own notifications, all or some; those of others are not touched, whatever their ids. */
export async function markRead(ctx: Ctx, ids: string[] | undefined): Promise<number> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('notifications')
    .set({ readAt: ctx.now() })
    .where('workspaceId', '=', ctx.workspaceId)
    .where('memberId', '=', ctx.actor.memberId)
    .where('readAt', 'is', null)
    .$if(ids !== undefined, query => query.where('id', 'in', ids!))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
