import type { Readable } from 'node:stream'
import { newId } from '../../../kernel/ids.ts'
import type { Ctx } from '../../../platform/context.ts'
import { safeFileName } from '../../../platform/files/file-name.ts'
import { fileKey, type StoredFile as StoredBytes } from '../../../platform/files/file-store.ts'
import { insertUnfinished, removeFile, updateFile, type FilePurpose } from './store.ts'

/** Stores a file that the program makes. What a killed process left is taken away by the nightly purge. */
export async function storeGenerated(
  ctx: Ctx,
  file: { name: string; mediaType: string; purpose: FilePurpose; contactId: string | null; maxBytes: number },
  body: Readable,
): Promise<StoredBytes & { id: string }> {
  const id = newId()
  const { mediaType, purpose, contactId, maxBytes } = file
  const row = { id, name: safeFileName(file.name), purpose, contactId, companyId: null, uploadedBy: ctx.actor.memberId }
  await insertUnfinished(ctx.db, ctx.workspaceId, row, ctx.now())
  try {
    const stored = await ctx.app.files.put(fileKey(ctx.workspaceId, id), body, { maxBytes })
    await updateFile(ctx.db, ctx.workspaceId, id, { ...stored, mediaType, deletedAt: null })
    return { ...stored, id }
  } catch (error) {
    await removeFile(ctx.db, ctx.workspaceId, id)
    await ctx.app.files.delete(fileKey(ctx.workspaceId, id))
    throw error
  }
}
