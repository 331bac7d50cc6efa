import type { FastifyRequest } from 'fastify'
import type { Ctx } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { record } from '../../../platform/events/record.ts'
import { safeFileName } from '../../../platform/files/file-name.ts'
import { attachedBin, findParent, getParent, type Parent } from '../contacts/public.ts'
import { fileEvents } from './events.ts'
import { files } from './queries.ts'
import { maxAttachmentBytes, type FilePatch } from './schema.ts'
import { updateFile, type StoredFile } from './store.ts'
import { storeUpload } from './upload.ts'

export async function uploadFile(
  ctx: Ctx,
  request: FastifyRequest,
  of: { contactId?: string; companyId?: string },
): Promise<string> {
  const parent = await findParent(ctx, of)
  const { contactId, companyId } = parent
  const file = await storeUpload(ctx, request, {
    purpose: 'attachment',
    maxBytes: maxAttachmentBytes,
    contactId,
    companyId,
    async onStored(ctx, stored) {
      if (isAttached(stored)) await record(ctx, [added(stored, parent)])
    },
  })
  return file.id
}

export async function changeFile(ctx: Ctx, id: string, patch: FilePatch): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const [file] = await files.lockLive(ctx, [id])
    if (patch.name !== undefined) await updateFile(ctx, id, { name: safeFileName(patch.name) })
    if (patch.contactId === undefined && patch.companyId === undefined) return
    const parent = await getParent(ctx, patch)
    const { contactId, companyId } = parent
    if (contactId === file!.contactId && companyId === file!.companyId) return
    await updateFile(ctx, id, { contactId, companyId })
    await record(ctx, [added(file!, parent)])
  })
}

export const { remove: deleteFile, restore: restoreFile } = attachedBin({
  ...files,
  update: updateFile,
  tell: {
    deleted: (_ctx, file) => (isAttached(file) ? [fileEvents.deleted(file, { name: file.name })] : []),
    restored: (_ctx, file) => (isAttached(file) ? [fileEvents.restored(file, { name: file.name })] : []),
  },
})

function isAttached({ contactId, companyId }: StoredFile): boolean {
  return contactId !== null || companyId !== null
}

function added(
  { id, name, mediaType, size }: StoredFile,
  parent: Pick<Parent, 'contactId' | 'companyId' | 'contactCompanyId'>,
) {
  return fileEvents.added({ ...parent, id }, { name, mediaType, size })
}
