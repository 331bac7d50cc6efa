import { AppError } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Ctx } from '../../../platform/context.ts'
import { record } from '../../../platform/events/record.ts'
import { memberEvents } from '../members/events.ts'
import { updateMember } from '../members/public.ts'

const words = defineMessages('avatars.commands', { noKeyPicture: 'An API key has no picture. Sign in as a person.' })

const avatarOf = ({ db, workspaceId }: Ctx, memberId: string) =>
  db.selectFrom('members').select('avatarFileId').where('workspaceId', '=', workspaceId).where('id', '=', memberId)

export async function findAvatar(ctx: Ctx, memberId: string): Promise<string | null> {
  return (await avatarOf(ctx, memberId).executeTakeFirst())?.avatarFileId ?? null
}

export function personOf({ actor }: Ctx): string {
  if (actor.userId === null || actor.memberId === null) throw new AppError('forbidden', say(words, 'noKeyPicture'))
  return actor.memberId
}

/** Called in a transaction; answers the file of the picture before. */
export async function putAvatar(ctx: Ctx, fileId: string | null): Promise<string | null> {
  const id = personOf(ctx)
  const { avatarFileId: before } = await avatarOf(ctx, id).forUpdate().executeTakeFirstOrThrow()
  if (before === fileId) return before
  await updateMember(ctx.db, ctx.workspaceId, id, { avatarFileId: fileId }, ctx.now())
  await record(ctx.db, ctx, [memberEvents.changed({ id })])
  return before
}
