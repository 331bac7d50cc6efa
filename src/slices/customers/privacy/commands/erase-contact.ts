import { AppError } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { fold } from '../../../../kernel/text.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { insertRow } from '../../../../platform/db/row.ts'
import { erasedHashes } from '../../../../platform/erased-handles.ts'
import { addJob } from '../../../../platform/jobs/add-job.ts'
import { textIn } from '../../../../platform/languages.ts'
import { suppress } from '../../consent/public.ts'
import { lockContactKey, markErased } from '../../contacts/public.ts'
import { findErasureOf, insertErasedHandles } from '../erasures.ts'
import { requireNoHold } from '../holds.ts'
import { findPerson } from '../person.ts'
import { addStepRow, lockRequest } from '../store.ts'

const words = defineMessages('privacy.erase-contact', {
  typeName: 'Type “{name}” to erase this person. Nothing was erased.',
  typeThis: 'Type “{name}”.',
  otherPerson: 'The request is about somebody else. Nothing was erased.',
  identityFirstErase: 'First note how it was made sure who asks. Nothing was erased.',
})

export const eraseJobName = 'privacy.erase'

/** Begins the erasure of a contact and all merged into it; asking again is answered with the one that was begun. */
export async function eraseContact(
  ctx: Ctx,
  contactId: string,
  { confirmation, requestId = null }: { confirmation: string; requestId?: string | null },
): Promise<string> {
  return inTransaction(ctx, async ctx => {
    // As one who holds the contact does: of the two the second knows of the first.
    const key = await lockContactKey(ctx, contactId)
    const known = await findErasureOf(ctx, key.ids)
    if (known) return known.id
    if (fold(confirmation) !== fold(textIn(key.name, ctx.locale)))
      throw new AppError('unprocessable', say(words, 'typeName', { name: key.name }), {
        fields: [{ path: 'confirmation', message: say(words, 'typeThis', { name: key.name }) }],
      })
    await requireNoHold(ctx, key.ids)
    if (requestId !== null) {
      const request = await lockRequest(ctx, requestId)
      if (request.contactId === null || !key.ids.includes(request.contactId))
        throw new AppError('unprocessable', say(words, 'otherPerson'))
      if (request.status !== 'identified') throw new AppError('conflict', say(words, 'identityFirstErase'))
      await addStepRow(ctx, requestId, 'erasure-started')
    }
    const id = newId()
    await beginErasure(ctx, { id, contactId: key.id, contactIds: key.ids, requestId, at: ctx.now() })
    await audit(ctx, { action: 'contact.erased', subjectId: key.id })
    return id
  })
}

/**
 * What is true from the moment on that an erasure is decided: nobody finds or changes the contact, nothing is written to
 * it, and nothing that comes late brings it back. The rest is done by the job.
 */
export async function beginErasure(
  ctx: Pick<Ctx, 'db' | 'app' | 'workspaceId' | 'actor' | 'now'>,
  erasure: { id: string; contactId: string; contactIds: string[]; requestId: string | null; at: Date },
  options: { hashes?: Buffer[]; isForgotten?: boolean } = {},
): Promise<void> {
  const { id, contactId, contactIds, requestId, at } = erasure
  const { handles } = await findPerson(ctx, contactIds)
  const { memberId } = ctx.actor
  await insertRow(ctx, 'erasures', { id, contactId, contactIds, requestId, memberId, counts: [], createdAt: at })
  await markErased(ctx, contactIds, at)
  if (!options.isForgotten) {
    const hashes = erasedHashes(ctx, handles)
    await insertErasedHandles(ctx, id, [...hashes, ...(options.hashes ?? [])], at)
    await suppress(ctx, handles, 'erased')
  }
  await addJob(ctx, eraseJobName, { erasureId: id }, { key: `${eraseJobName}:${id}` })
}
