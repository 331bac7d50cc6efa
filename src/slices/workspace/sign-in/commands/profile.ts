import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import { updateMember } from '../../members/public.ts'
import { memberEvents } from '../../members/events.ts'
import { signedInPerson } from '../person.ts'
import type { ProfilePatch } from '../schema.ts'

export async function changeProfile(ctx: Ctx, profile: ProfilePatch): Promise<void> {
  const { userId, memberId } = signedInPerson(ctx)
  const { name } = profile
  await inTransaction(ctx, async ctx => {
    await updateMember(ctx, memberId, profile, ctx.now())
    if (name !== undefined)
      await ctx.db.updateTable('users').set({ name, updatedAt: ctx.now() }).where('id', '=', userId).execute()
    await record(ctx, [memberEvents.changed({ id: memberId })])
  })
}
