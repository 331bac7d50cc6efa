import { AppError } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { noMerge, readMerges } from '../queries.ts'
import { unmergeContacts } from './unmerge-contacts.ts'

const words = defineMessages('merges.undo-merges', {
  binned: '{survivorName} is in the bin. Nothing was changed; take the contact out of it first.',
})

/** Takes merges back; those that are already stay so. One id that is unknown or not the actor's refuses the whole call. */
export async function undoMerges(ctx: Ctx, ids: string[]): Promise<number> {
  return inTransaction(ctx, async ctx => {
    const asked = await readMerges(ctx, ids)
    if (asked.length < new Set(ids).size) throw noMerge()
    const undone = new Set(await unmergeContacts(ctx, ids))
    const left = asked.find(merge => merge.undoneAt === null && !undone.has(merge.id))
    if (left) throw new AppError('conflict', say(words, 'binned', { survivorName: left.survivorName }))
    for (const { id, survivorId, mergedId } of asked)
      if (undone.has(id))
        await audit(ctx, {
          action: 'contact.unmerged',
          subjectId: survivorId,
          detail: { mergeId: id, contactId: mergedId },
        })
    return undone.size
  })
}
