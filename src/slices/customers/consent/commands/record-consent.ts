import { invalidField } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { lockVisible, readHandles } from '../../contacts/public.ts'
import { chooseHandle } from '../addresses.ts'
import { findPurposes, noPurpose } from '../purposes.ts'
import { findPerson } from '../queries/consents-of.ts'
import type { ConsentInput } from '../schema.ts'
import { recordConsents } from './record-consents.ts'

const words = defineMessages('consent.record-consent', {
  notOnChannel: 'This purpose is not asked for on that channel.',
  notInFuture: 'Use a time that is not in the future.',
})

/** Records what a contact told a member, or another system through the API. */
export async function recordConsent(ctx: Ctx, contactId: string, input: ConsentInput): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    const contact = await lockVisible(tx, ctx, contactId)
    const { purposeId, channel, state, note, handleId } = input
    const purpose = (await findPurposes(tx, ctx.workspaceId)).find(({ id }) => id === purposeId)
    if (!purpose) throw noPurpose()
    if (!purpose.channels.includes(channel)) throw invalidField('channel', say(words, 'notOnChannel'))
    const occurredAt = input.occurredAt ? new Date(input.occurredAt) : ctx.now()
    if (occurredAt > ctx.now()) throw invalidField('occurredAt', say(words, 'notInFuture'))
    const handles = await readHandles(tx, ctx.workspaceId, await findPerson(tx, ctx.workspaceId, contact.id))
    const handle = chooseHandle(channel, handles, handleId)
    const isKey = ctx.actor.kind === 'api-key'
    await recordConsents(tx, ctx, [
      {
        contactId: handle?.contactId ?? contact.id,
        purpose: purposeId,
        channel,
        state,
        saidBy: isKey ? 'api' : 'member',
        how: isKey ? 'api' : 'staff',
        handle: handle ?? null,
        note,
        occurredAt,
      },
    ])
  })
}
