import { within, type Ctx } from '../../../platform/context.ts'
import { AppError } from '../../../kernel/errors.ts'
import { defineText } from '../../../kernel/messages.ts'
import { record } from '../../../platform/events/record.ts'
import { memberEvents } from '../members/events.ts'
import { findAvatar, updateMember } from '../members/public.ts'

const noKeyPicture = defineText('avatars.commands.noKeyPicture', 'An API key has no picture. Sign in as a person.')

export function pictureOwner({ actor }: Ctx): string {
  if (actor.userId === null || actor.memberId === null) throw new AppError('forbidden', noKeyPicture)
  return actor.memberId
}

/** Called in a transaction; answers the file of the picture before. */
export async function putAvatar(ctx: Ctx, fileId: string | null): Promise<string | null> {
  const { db, workspaceId } = ctx
  const id = pictureOwner(ctx)
  const before = await findAvatar({ db, workspaceId }, id)
  if (before === fileId) return before
  await updateMember({ db, workspaceId }, id, { avatarFileId: fileId }, ctx.now())
  await record(within(ctx, db), [memberEvents.changed({ id })])
  return before
}
