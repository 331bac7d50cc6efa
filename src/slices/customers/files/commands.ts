import type { FastifyRequest } from 'fastify'
import { keysOf } from '../../../kernel/record/record.ts'
import type { Ctx } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { record } from '../../../platform/events/record.ts'
import { safeFileName } from '../../../platform/files/file-name.ts'
import { attachedBin, findParent, getParent, isAttached, namesParent } from '../contacts/public.ts'
import { attached, type Attached } from '../contacts/record.ts'
import { fileEvents } from './events.ts'
import { files } from './queries.ts'
import type { StoredFile } from './record.ts'
import { maxAttachmentBytes, type File, type FilePatch } from './schema.ts'
import { updateFile } from './store.ts'
import { storeUpload } from './upload.ts'

export async function uploadFile(ctx: Ctx, request: FastifyRequest, of: Partial<Attached>): Promise<File> {
  const { attached, contactCompanyId } = await findParent(ctx, of)
  let shown: File
  await storeUpload(ctx, request, {
    purpose: 'attachment',
    maxBytes: maxAttachmentBytes,
    attached,
    async onStored(ctx, stored) {
      // It may have gone while the bytes came in.
      await findParent(ctx, of)
      if (isAttached(stored)) await record(ctx, [added({ ...stored, contactCompanyId })])
      shown = await files.get(ctx, stored.id)
    },
  })
  return shown!
}

export async function changeFile(ctx: Ctx, id: string, patch: FilePatch): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const [file] = await files.lockLive(ctx, [id])
    if (patch.name !== undefined) await updateFile(ctx, id, { name: safeFileName(patch.name) })
    if (!namesParent(patch)) return
    const { attached: other, contactCompanyId } = await getParent(ctx, patch)
    if (keysOf(attached).every(key => other[key] === file![key])) return
    await updateFile(ctx, id, other)
    await record(ctx, [added({ ...file!, ...other, contactCompanyId })])
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

function added(file: StoredFile & { contactCompanyId: string | null }) {
  const { name, mediaType, size } = file
  return fileEvents.added(file, { name, mediaType, size })
}
