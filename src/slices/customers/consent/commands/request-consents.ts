import { AppError } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { queueMail } from '../../../../platform/mail/outgoing-mail.ts'
import type { App, WorkspaceSettings } from '../../../../platform/context.ts'
import { requestDays, requestMs, type Sayer, type Way } from '../consent.ts'
import { hashHandle } from '../handle-hash.ts'
import { confirmationLink } from '../links.ts'
import { confirmationMail } from '../mails.ts'
import { findPurposes } from '../purposes.ts'
import { suppressionsOf } from '../suppressions.ts'
import { countRequests, recordConsents, type ConsentActor, type NewConsent } from './record-consents.ts'

const words = defineMessages('consent.request-consents', {
  somePurpose: 'Name at least one purpose that is asked for on that channel.',
})

export interface ConsentRequest {
  contactId: string
  /** What to ask for, each by the key or id of its purpose. */
  purposes: Pick<NewConsent, 'purpose' | 'channel' | 'textVersion'>[]
  /** The address in its normal form. */
  email: string
  language: string
  /** `customer` when the person asked for it, else whoever asks on the company's behalf. */
  saidBy: Sayer
  how: Way
  note?: string | null
  agent?: string | null
}

const hourMs = 3600_000
const mostInAWeek = 3

/** What came of asking: a mail went out, or why none did. */
export type RequestOutcome = 'sent' | 'suppressed' | 'too-soon'

/**
 * Asks an address by mail to confirm that it agrees (double opt-in): one mail an hour at most, three in a week, and none
 * to an address that is suppressed, unless its owner, who had unsubscribed, asks for it.
 */
export async function requestConsents(
  by: ConsentActor & { app: App; workspace: Pick<WorkspaceSettings, 'name'> },
  request: ConsentRequest,
): Promise<RequestOutcome> {
  const { app, workspaceId } = by
  const { contactId, email, language, saidBy, how, note, agent } = request
  // Whom staff asks has been shown nothing yet.
  const said = { saidBy, how, note, agent, language: saidBy === 'customer' ? language : null }
  const handle = { kind: 'email', normal: email }
  const hash = hashHandle(by, handle)
  const [suppressions] = await suppressionsOf(by, [handle])
  const stops = suppressions!.filter(
    ({ channel, reason }) =>
      (channel === 'all' || channel === 'email') && !(reason === 'unsubscribed' && saidBy === 'customer'),
  )
  if (stops.length > 0) return 'suppressed'
  const now = by.now()
  const { count, lastAt } = await countRequests(by, hash, new Date(now.getTime() - requestMs))
  if (count >= mostInAWeek || (lastAt && now.getTime() - lastAt.getTime() < hourMs)) return 'too-soon'

  const known = await findPurposes(by)
  const items = request.purposes.filter(({ purpose: name, channel }) => {
    const purpose = known.find(({ id, key }) => id === name || key === name)
    return purpose?.archivedAt === null && purpose.channels.includes(channel)
  })
  if (items.length === 0) throw new AppError('invalid', say(words, 'somePurpose'))
  // The link names the records by the time at which they were made.
  await recordConsents(
    { ...by, now: () => now },
    items.map(item => ({ ...item, ...said, contactId, state: 'requested', handle })),
  )
  const link = confirmationLink(app, { workspaceId, contactId, hash, askedAt: now })
  const company = by.workspace.name
  await queueMail(by, confirmationMail(email, language, { company, link, days: requestDays }))
  return 'sent'
}
