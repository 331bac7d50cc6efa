import { invalidField } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { updateRows } from '../../../../platform/db/row.ts'
import { getContactKey } from '../../contacts/public.ts'
import { isOpen, takeStep, type StepName } from '../request.ts'
import type { RequestInput, RequestPatch } from '../schema.ts'
import { addStepRow, lockRequest } from '../store.ts'
import { noteRequest } from './note-request.ts'
import { requireMembers } from '../../../../platform/auth/memberships.ts'

const words = defineMessages('privacy.change-request', {
  whoAsks: 'Say who asks, or choose the contact.',
  requestInFuture: 'A request cannot have come in the future.',
})

export async function createRequest(ctx: Ctx, input: RequestInput): Promise<string> {
  return inTransaction(ctx, async ctx => {
    const { kind, assigneeId = null, note = null, identityCheck = null } = input
    const contact = input.contactId ? await getContactKey(ctx, input.contactId) : null
    const askedBy = input.askedBy || contact?.name
    if (!askedBy) throw invalidField('askedBy', say(words, 'whoAsks'))
    if (assigneeId !== null) await requireMembers(ctx, [assigneeId], 'assigneeId')
    const receivedAt = input.receivedAt ? new Date(input.receivedAt) : ctx.now()
    if (receivedAt > ctx.now()) throw invalidField('receivedAt', say(words, 'requestInFuture'))
    const email = input.email ?? contact?.email ?? null
    const id = newId()
    const contactId = contact?.id ?? null
    await noteRequest(ctx, { id, kind, contactId, askedBy, email, identityCheck, assigneeId, note, receivedAt })
    await audit(ctx, { action: 'privacy-request.created', subjectId: id, detail: { kind } })
    return id
  })
}

export async function changeRequest(ctx: Ctx, id: string, patch: RequestPatch): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const request = await lockRequest(ctx, id)
    if (patch.assigneeId && patch.assigneeId !== request.assigneeId)
      await requireMembers(ctx, [patch.assigneeId], 'assigneeId')
    const contactId = patch.contactId ? (await getContactKey(ctx, patch.contactId)).id : patch.contactId
    await updateRows(ctx, 'privacyRequests', id, { ...patch, ...(contactId === undefined ? {} : { contactId }) })
    if (contactId !== undefined && contactId !== request.contactId) await addStepRow(ctx, id, 'contact-chosen')
    if (patch.assigneeId !== undefined && patch.assigneeId !== request.assigneeId)
      await addStepRow(ctx, id, 'assigned', { assigneeId: patch.assigneeId })
  })
}

export async function addStep(ctx: Ctx, id: string, { name, text }: { name: StepName; text: string }): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const request = await lockRequest(ctx, id)
    const now = ctx.now()
    const next = takeStep(request, name, now, ctx.workspace.timeZone)
    const closedAt = isOpen(next.status) ? null : (request.closedAt ?? now)
    const { status, dueAt, extendedAt } = next
    const identityCheck = name === 'identified' ? text : request.identityCheck
    const remindedAt = name === 'extended' ? null : undefined
    const changes = { status, dueAt, extendedAt, closedAt, identityCheck, remindedAt }
    await updateRows(ctx, 'privacyRequests', id, changes)
    await addStepRow(ctx, id, name, { text })
    if (name !== 'noted') await audit(ctx, { action: `privacy-request.${name}`, subjectId: id })
  })
}
