import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { discardFile } from '../../files/public.ts'
import { removeImport } from '../store.ts'
import { conflict, lockIn } from './require.ts'

const words = defineMessages('imports.delete-import', {
  undoFirst: 'This import has changed records. Undo it first, then delete it.',
})

/** Deletes an import with its file, if nothing that it made is there. */
export async function deleteImport(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const found = await lockIn(ctx, id, ['draft', 'checking', 'checked', 'failed', 'undone'], 'deleted')
    if (found.status === 'failed' && found.counts.run) throw conflict(say(words, 'undoFirst'), found)
    await removeImport(ctx, id)
    await discardFile(ctx, found.fileId)
  })
}
