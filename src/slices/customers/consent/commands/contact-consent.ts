import { AppError, invalidField } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { languageOf } from '../../../../platform/languages.ts'
import { getContactKey, lockVisible, readHandles } from '../../contacts/public.ts'
import { chooseHandle } from '../addresses.ts'
import { addresseeOf, preferenceLink } from '../links.ts'
import { requirePurpose } from '../purposes.ts'
import { findPerson } from '../queries/consents-of.ts'
import type { ConsentInput, RequestInput } from '../schema.ts'
import { recordConsents } from './record-consents.ts'
import { requestConsents } from './request-consents.ts'

const words = defineMessages('consent.contact-consent', {
  notOnChannel: 'This purpose is not asked for on that channel.',
  notInFuture: 'Use a time that is not in the future.',
  suppressed: 'This address asked for no mail, so it was not asked. Only the person can change that.',
  tooSoon: 'This address was asked already. It can be asked once an hour, and three times a week.',
  onlyEmail: 'Only an e-mail address can be asked to confirm.',
  noEmail: 'The contact has no e-mail address. Add one first.',
})

/** Records what a contact told a member, or another system through the API. */
export async function recordConsent(ctx: Ctx, contactId: string, input: ConsentInput): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const { contact, handles } = await lockPerson(ctx, contactId)
    const { purposeId, channel, state, note, handleId } = input
    const purpose = await requirePurpose(ctx, purposeId)
    if (!purpose.channels.includes(channel)) throw invalidField('channel', say(words, 'notOnChannel'))
    const occurredAt = input.occurredAt ? new Date(input.occurredAt) : ctx.now()
    if (occurredAt > ctx.now()) throw invalidField('occurredAt', say(words, 'notInFuture'))
    const handle = chooseHandle(channel, handles, handleId) ?? null
    const said = { purpose: purposeId, channel, state, handle, note, occurredAt, ...toldBy(ctx) }
    await recordConsents(ctx, [{ ...said, contactId: handle?.contactId ?? contact.id }])
  })
}

/** A member asks a contact for a double opt-in. */
export async function askContact(ctx: Ctx, contactId: string, input: RequestInput): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const { contact, handles } = await lockPerson(ctx, contactId)
    const handle = chooseHandle('email', handles, input.handleId)
    if (handle?.kind !== 'email') throw invalidField('handleId', say(words, 'onlyEmail'))
    const outcome = await requestConsents(ctx, {
      contactId: handle.contactId,
      purposes: input.purposeIds.map(purpose => ({ purpose, channel: 'email' })),
      email: handle.normal,
      language: languageOf(contact.language, ctx.workspace.locale),
      note: input.note ?? null,
      ...toldBy(ctx),
    })
    if (outcome === 'suppressed') throw new AppError('conflict', say(words, 'suppressed'))
    if (outcome === 'too-soon') throw new AppError('too-many-requests', say(words, 'tooSoon'), { retryAfter: 3600 })
  })
}

/** For staff to hand on. What is switched on through it still wants the owner of the mailbox to confirm. */
export async function makePreferenceLink(ctx: Ctx, contactId: string, handleId?: string) {
  const key = await getContactKey(ctx, contactId)
  const handle = chooseHandle('email', await readHandles(ctx, key.ids), handleId)
  if (handle?.kind !== 'email') throw new AppError('unprocessable', say(words, 'noEmail'))
  await audit(ctx, { action: 'preference-link.made', subjectType: 'contact', subjectId: key.id })
  const to = addresseeOf(ctx, handle.contactId, handle)
  return { link: preferenceLink(ctx.app, to, true), address: handle.value }
}

async function lockPerson(ctx: Ctx, contactId: string) {
  const contact = await lockVisible(ctx, contactId)
  const ids = await findPerson(ctx, contact.id)
  return { contact, handles: await readHandles(ctx, ids) }
}

function toldBy({ actor }: Ctx) {
  return actor.kind === 'api-key'
    ? ({ saidBy: 'api', how: 'api' } as const)
    : ({ saidBy: 'member', how: 'staff' } as const)
}
