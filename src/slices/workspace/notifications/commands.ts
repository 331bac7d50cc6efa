import type { Ctx } from '../../../platform/context.ts'
import { updateRows } from '../../../platform/db/row.ts'

/** Marks the caller's own notifications, all or some; those of others are not touched, whatever their ids. */
export function markRead(ctx: Ctx, ids: string[] | undefined): Promise<number> {
  const unread = { memberId: ctx.actor.memberId!, readAt: null, ...(ids ? { id: ids } : {}) }
  return updateRows(ctx, 'notifications', unread, { readAt: ctx.now() })
}
