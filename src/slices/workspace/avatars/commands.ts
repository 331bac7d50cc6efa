import type { FastifyRequest } from 'fastify'
import { AppError, invalidField, notFound } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Ctx } from '../../../platform/context.ts'
import { inTransaction, type Db } from '../../../platform/db/database.ts'
import { record } from '../../../platform/events/record.ts'
import { Raw } from '../../../platform/http/route.ts'
import { findAvatar, updateMember } from '../members/public.ts'
import { discardFile, openFile, storeUpload } from '../../customers/files/public.ts'
import { memberEvents } from '../members/events.ts'
import { avatarTypes } from './schema.ts'

const words = defineMessages('avatars.commands', {
  pictureKinds: 'Choose a PNG, JPEG or WebP picture.',
  noKeyPicture: 'An API key has no picture. Sign in as a person.',
  noPicture: 'There is no such picture, or you may not see it.',
})

const maxBytes = 256 * 1024
const isPicture = (mediaType: string) => (avatarTypes as readonly string[]).includes(mediaType)

/** What the picture is is told by its bytes, whatever its name says. The one before goes for good. */
export async function setAvatar(ctx: Ctx, request: FastifyRequest): Promise<string> {
  const memberId = personOf(ctx)
  const file = await storeUpload(ctx, request, {
    purpose: 'avatar',
    maxBytes,
    async onStored(tx, { id, mediaType }) {
      if (!isPicture(mediaType)) throw invalidField('file', say(words, 'pictureKinds'))
      await change(tx, ctx, memberId, id)
    },
  })
  return file.id
}

export async function removeAvatar(ctx: Ctx): Promise<void> {
  const memberId = personOf(ctx)
  await inTransaction(ctx.db, tx => change(tx, ctx, memberId, null))
}

function personOf({ actor }: Ctx): string {
  if (actor.userId === null || actor.memberId === null) throw new AppError('forbidden', say(words, 'noKeyPicture'))
  return actor.memberId
}

async function change(tx: Db, ctx: Ctx, memberId: string, fileId: string | null): Promise<void> {
  const { workspaceId } = ctx
  const before = await findAvatar(tx, workspaceId, memberId)
  if (before === fileId) return
  await updateMember(tx, workspaceId, memberId, { avatarFileId: fileId }, ctx.now())
  if (before !== null) await discardFile(tx, workspaceId, before)
  await record(tx, ctx, [memberEvents.changed({ id: memberId })])
}

/** A new picture is a new file, so the address with its id never changes what it answers. */
export async function sendAvatar(ctx: Ctx, memberId: string, version: string | undefined): Promise<Raw> {
  const fileId = await findAvatar(ctx.db, ctx.workspaceId, memberId)
  if (fileId === null) throw notFound(say(words, 'noPicture'))
  const { file, read } = await openFile(ctx, fileId)
  return new Raw(await read(), file.mediaType, {
    'content-length': String(file.size),
    'content-disposition': 'inline',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': version === file.id ? 'private, max-age=31536000, immutable' : 'private, no-cache',
  })
}
