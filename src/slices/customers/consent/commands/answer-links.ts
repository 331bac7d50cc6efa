import { sql } from 'kysely'
import { inTransaction } from '../../../../platform/db/database.ts'
import { findRows } from '../../../../platform/db/row.ts'
import { intake } from '../../identity/public.ts'
import { consentsOf } from '../queries/consents-of.ts'
import type { Channel, State, Way } from '../consent.ts'
import type { Visitor } from '../pages/visitor.ts'
import { findPurposes } from '../purposes.ts'
import { suppressionsOfHashes } from '../suppressions.ts'
import { recordConsents } from './record-consents.ts'
import { requestConsents, type RequestOutcome } from './request-consents.ts'
import { liftSuppressions, suppressHashes } from './suppress.ts'

type Item = { purposeId: string; channel: Channel; textVersion?: number }

const keyOf = ({ purposeId, channel }: Item) => `${purposeId} ${channel}`

/** Does `work` for the visitor in one transaction. */
function atOnce<V extends Visitor, T>(visitor: V, work: (visitor: V) => Promise<T>): Promise<T> {
  return inTransaction(visitor.ctx, ctx => work({ ...visitor, ctx }))
}

/** What holds now, by `purpose channel`. */
export async function standingsOf({ ctx, ids: [id] }: Visitor): Promise<Map<string, State>> {
  if (id === undefined) return new Map()
  const standings = (await consentsOf(ctx, [id], ctx.now())).get(id) ?? []
  return new Map(standings.map(standing => [keyOf(standing), standing.state]))
}

async function recordSaid(visitor: Visitor, items: readonly Item[], state: State, how: Way): Promise<void> {
  const { ctx, handle, hash, agent, language } = visitor
  const contactId = handle?.contactId ?? visitor.contactId
  const said = { contactId, state, how, saidBy: 'customer', handle: handle ?? null, hash, agent, language } as const
  await recordConsents(
    ctx,
    items.map(({ purposeId, ...item }) => ({ ...item, ...said, purpose: purposeId })),
  )
}

/** Everything that the workspace asks for. */
async function itemsOf({ ctx }: Visitor): Promise<Item[]> {
  const purposes = (await findPurposes(ctx)).filter(purpose => purpose.archivedAt === null)
  return purposes.flatMap(({ id, channels }) => channels.map(channel => ({ purposeId: id, channel })))
}

async function withdraw(visitor: Visitor, items: Item[], how: Way): Promise<void> {
  if (visitor.ids.length === 0) return
  const standings = await standingsOf(visitor)
  const open = items.filter(item => standings.get(keyOf(item)) !== 'withdrawn')
  await recordSaid(visitor, open, 'withdrawn', how)
}

/** Ends one purpose's mails, or without `purposeId` all of them for good. Repeating it changes nothing. */
export async function unsubscribe(visitor: Visitor, purposeId: string | null): Promise<void> {
  await atOnce(visitor, async visitor => {
    const mails = (await itemsOf(visitor)).filter(({ channel }) => channel === 'email')
    const ended = mails.filter(item => purposeId === null || item.purposeId === purposeId)
    await withdraw(visitor, ended, 'unsubscribe-link')
    if (purposeId === null) await suppressHashes(visitor.ctx, [visitor.hash], 'unsubscribed', 'email')
  })
}

export async function withdrawAll(visitor: Visitor): Promise<void> {
  await atOnce(visitor, async visitor => {
    await withdraw(visitor, await itemsOf(visitor), 'preference-centre')
    await suppressHashes(visitor.ctx, [visitor.hash], 'unsubscribed', 'email')
  })
}

/**
 * Saves what a customer chose. What is switched on counts at once, unless the link was handed out by staff or the
 * address is suppressed: then the owner of the mailbox must confirm it.
 */
export async function savePreferences(
  visitor: Visitor,
  chosen: ReadonlySet<string>,
  isStaff: boolean,
): Promise<RequestOutcome | 'saved'> {
  return atOnce(visitor, async visitor => {
    const { ctx, handle, hash, language, agent } = visitor
    const items = await itemsOf(visitor)
    const standings = await standingsOf(visitor)
    const isSuppressed = (await suppressionsOfHashes(ctx, [hash])).size > 0
    const isGranted = (item: Item) => standings.get(keyOf(item)) === 'granted'
    const off = items.filter(item => !chosen.has(keyOf(item)) && isGranted(item))
    const on = items.filter(
      item => chosen.has(keyOf(item)) && (!isGranted(item) || (item.channel === 'email' && isSuppressed)),
    )
    await recordSaid(visitor, off, 'withdrawn', 'preference-centre')
    if (on.length === 0) return 'saved'
    if (!isStaff && !isSuppressed) {
      await recordSaid(visitor, on, 'granted', 'preference-centre')
      return 'saved'
    }
    return requestConsents(ctx, {
      contactId: handle!.contactId,
      purposes: on.map(({ purposeId, channel }) => ({ purpose: purposeId, channel })),
      email: handle!.normal,
      language,
      saidBy: 'customer',
      how: 'preference-centre',
      agent,
    })
  })
}

/**
 * The owner of the mailbox says yes. Counts only for what was asked and not withdrawn since; lifts the suppression of
 * one who had unsubscribed, and shows that the address is his. False when nothing of it may be confirmed any more. Repeating it changes nothing.
 */
export async function confirm(visitor: Visitor, askedAt: Date): Promise<boolean> {
  return atOnce(visitor, async visitor => {
    const { ctx, hash, handle } = visitor
    const open = await findOpen(visitor, askedAt)
    const fresh = open.filter(item => !item.isConfirmed)
    await recordSaid(visitor, fresh, 'granted', 'double-opt-in')
    if (fresh.length > 0) {
      await liftSuppressions(ctx, [hash], 'unsubscribed')
      const handles = [{ kind: 'email' as const, value: handle!.normal }]
      await intake(ctx, [{ handles, at: ctx.now(), source: 'double-opt-in', verified: 'email' }])
    }
    return open.length > 0
  })
}

/** What the address was asked for at a time and did not withdraw since, and whether it was confirmed already. */
export async function findOpen({ ctx, ids, hash }: Visitor, askedAt: Date) {
  if (ids.length === 0) return []
  const columns = ['purposeId', 'channel', 'state', 'textVersion'] as const
  const request = { contactId: ids, state: 'requested', hash, recordedAt: askedAt }
  const asked = await findRows(ctx, 'consents', columns, request)
  if (asked.length === 0) return []
  const isAnswer = sql`and state <> 'requested' and recorded_at >= ${askedAt}`
  const answers = await findRows(ctx, 'consents', columns, { contactId: ids }, isAnswer)
  return asked.flatMap(({ purposeId, channel, textVersion }) => {
    const matching = answers.filter(answer => answer.purposeId === purposeId && answer.channel === channel)
    if (matching.some(({ state }) => state === 'withdrawn')) return []
    const isConfirmed = matching.some(({ state }) => state === 'granted')
    return [{ purposeId, channel: channel as Channel, textVersion: textVersion!, isConfirmed }]
  })
}
