import { rightsChanged } from '../../../../platform/auth/rights.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import { memberEvents } from '../../members/events.ts'
import { personOf } from '../person.ts'

export interface ProfileChange {
  name?: string | undefined
  jobTitle?: string | null | undefined
  locale?: string | null | undefined
  timeZone?: string | null | undefined
}

export async function changeProfile(ctx: Ctx, { name, jobTitle, locale, timeZone }: ProfileChange): Promise<void> {
  const { userId, memberId } = personOf(ctx)
  await inTransaction(ctx.db, async tx => {
    await tx
      .updateTable('members')
      .set({ name, jobTitle, locale, timeZone, updatedAt: ctx.now() })
      .where('workspaceId', '=', ctx.workspaceId)
      .where('id', '=', memberId)
      .execute()
    if (name !== undefined)
      await tx.updateTable('users').set({ name, updatedAt: ctx.now() }).where('id', '=', userId).execute()
    rightsChanged(tx)
    await record(tx, ctx, [memberEvents.changed({ id: memberId })])
  })
}
