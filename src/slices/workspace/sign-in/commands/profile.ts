import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import { updateMember } from '../../members/public.ts'
import { memberEvents } from '../../members/events.ts'
import { signedInPerson } from '../person.ts'

export interface ProfileChange {
  name?: string | undefined
  jobTitle?: string | null | undefined
  locale?: string | null | undefined
  timeZone?: string | null | undefined
}

export async function changeProfile(ctx: Ctx, { name, jobTitle, locale, timeZone }: ProfileChange): Promise<void> {
  const { userId, memberId } = signedInPerson(ctx)
  await inTransaction(ctx, async ctx => {
    await updateMember(ctx, memberId, { name, jobTitle, locale, timeZone }, ctx.now())
    if (name !== undefined)
      await ctx.db.updateTable('users').set({ name, updatedAt: ctx.now() }).where('id', '=', userId).execute()
    await record(ctx, [memberEvents.changed({ id: memberId })])
  })
}
