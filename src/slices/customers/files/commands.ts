import type { FastifyRequest } from 'fastify'
import { within, type Ctx } from '../../../platform/context.ts'
import { inTransaction, type Db } from '../../../platform/db/database.ts'
import type { NewEvent } from '../../../kernel/event.ts'
import { record } from '../../../platform/events/record.ts'
import { safeFileName } from '../../../platform/files/file-name.ts'
import { getParent, type Parent } from '../contacts/public.ts'
import { fileEvents } from './events.ts'
import { noFile } from './queries.ts'
import { maxAttachmentBytes, type FilePatch } from './schema.ts'
import { lockFile, updateFile, type StoredFile } from './store.ts'
import { storeUpload } from './upload.ts'

export async function uploadFile(
  ctx: Ctx,
  request: FastifyRequest,
  of: { contactId?: string; companyId?: string },
): Promise<string> {
  const parent = of.contactId || of.companyId ? await getParent(ctx, of) : null
  const file = await storeUpload(ctx, request, {
    purpose: 'attachment',
    maxBytes: maxAttachmentBytes,
    contactId: parent?.contactId ?? null,
    companyId: parent?.companyId ?? null,
    async onStored(tx, stored) {
      if (parent) await record(tx, ctx, [addedEvent(stored, parent.eventKeys)])
    },
  })
  return file.id
}

export async function changeFile(ctx: Ctx, id: string, patch: FilePatch): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    const file = await lockLive(tx, ctx, id)
    if (patch.name !== undefined) await updateFile(tx, ctx.workspaceId, id, { name: safeFileName(patch.name) })
    if (patch.contactId === undefined && patch.companyId === undefined) return
    const { contactId, companyId, eventKeys } = await getParent(within(ctx, tx), patch)
    if (contactId === file.contactId && companyId === file.companyId) return
    await updateFile(tx, ctx.workspaceId, id, { contactId, companyId })
    await record(tx, ctx, [addedEvent(file, eventKeys)])
  })
}

export async function deleteFile(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    const file = await lockLive(tx, ctx, id)
    await updateFile(tx, ctx.workspaceId, id, { deletedAt: ctx.now() })
    await recordFor(tx, ctx, file, fileEvents.deleted)
  })
}

export async function restoreFile(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    const file = await lockFile(tx, ctx, id)
    if (!file) throw noFile()
    if (file.deletedAt === null) return
    await updateFile(tx, ctx.workspaceId, id, { deletedAt: null })
    await recordFor(tx, ctx, file, fileEvents.restored)
  })
}

type LockedFile = StoredFile & { contactCompanyId: string | null }

async function lockLive(tx: Db, ctx: Ctx, id: string): Promise<LockedFile> {
  const file = await lockFile(tx, ctx, id)
  if (!file || file.deletedAt !== null) throw noFile()
  return file
}

function addedEvent({ id, name, mediaType, size }: StoredFile, keys: Parent['eventKeys']): NewEvent {
  return fileEvents.added({ id, ...keys }, { name, mediaType, size })
}

async function recordFor(
  tx: Db,
  ctx: Ctx,
  { id, name, contactId, companyId, contactCompanyId }: LockedFile,
  event: typeof fileEvents.deleted,
): Promise<void> {
  if (contactId === null && companyId === null) return
  await record(tx, ctx, [event({ id, contactId, companyId: companyId ?? contactCompanyId }, { name })])
}
