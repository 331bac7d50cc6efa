import { sql } from 'kysely'
import { within } from '../../../../platform/context.ts'
import { inTransaction, type Db } from '../../../../platform/db/database.ts'
import { findRows } from '../../../../platform/db/row.ts'
import { intake } from '../../identity/public.ts'
import { consentsOf } from '../queries/consents-of.ts'
import type { Channel, State, Way } from '../consent.ts'
import type { Visitor } from '../pages/visitor.ts'
import { findPurposes } from '../purposes.ts'
import { suppressionsOfHashes } from '../suppressions.ts'
import { recordConsents, type NewConsent } from './record-consents.ts'
import { requestConsents, type RequestOutcome } from './request-consents.ts'
import { liftSuppressions, suppressHashes } from './suppress.ts'

type Item = { purposeId: string; channel: Channel }

/** What holds now, by `purpose channel`. */
export async function standingsOf(tx: Db, { ctx, ids }: Visitor): Promise<Map<string, State>> {
  if (ids.length === 0) return new Map()
  const found = await consentsOf({ db: tx, workspaceId: ctx.workspaceId }, [ids[0]!], ctx.now())
  return new Map((found.get(ids[0]!) ?? []).map(record => [`${record.purposeId} ${record.channel}`, record.state]))
}

const keyOf = ({ purposeId, channel }: Item) => `${purposeId} ${channel}`

function said({ contactId, handle, hash, agent }: Visitor, item: Item, state: State, how: Way): NewConsent {
  const { purposeId, channel } = item
  const of = handle?.contactId ?? contactId
  return {
    contactId: of,
    purpose: purposeId,
    channel,
    state,
    saidBy: 'customer',
    how,
    handle: handle ?? null,
    hash,
    agent,
  }
}

/** Everything that the workspace asks for, or one purpose of it, on the channels that match. */
async function itemsOf(tx: Db, visitor: Visitor, matches: (item: Item) => boolean): Promise<Item[]> {
  const purposes = await findPurposes({ db: tx, workspaceId: visitor.ctx.workspaceId })
  return purposes
    .filter(purpose => purpose.archivedAt === null)
    .flatMap(({ id, channels }) => channels.map(channel => ({ purposeId: id, channel })))
    .filter(matches)
}

async function withdraw(tx: Db, visitor: Visitor, items: Item[], how: Way): Promise<void> {
  if (visitor.ids.length === 0) return
  const standings = await standingsOf(tx, visitor)
  const open = items.filter(item => standings.get(keyOf(item)) !== 'withdrawn')
  await recordConsents(
    within(visitor.ctx, tx),
    open.map(item => said(visitor, item, 'withdrawn', how)),
  )
}

/** Ends one purpose's mails, or without `purposeId` all of them for good. Repeating it changes nothing. */
export async function unsubscribe(visitor: Visitor, purposeId: string | null): Promise<void> {
  const { ctx, hash } = visitor
  await inTransaction(ctx, async ctx => {
    const items = await itemsOf(
      ctx.db,
      visitor,
      item => item.channel === 'email' && (purposeId === null || item.purposeId === purposeId),
    )
    await withdraw(ctx.db, visitor, items, 'unsubscribe-link')
    if (purposeId === null) await suppressHashes(ctx, [hash], 'unsubscribed', 'email')
  })
}

export async function withdrawAll(visitor: Visitor): Promise<void> {
  await inTransaction(visitor.ctx, async ({ db }) => {
    await withdraw(db, visitor, await itemsOf(db, visitor, () => true), 'preference-centre')
    await suppressHashes(within(visitor.ctx, db), [visitor.hash], 'unsubscribed', 'email')
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
  const { ctx, handle, hash } = visitor
  return inTransaction(ctx, async ctx => {
    const items = await itemsOf(ctx.db, visitor, () => true)
    const standings = await standingsOf(ctx.db, visitor)
    const suppressions = (await suppressionsOfHashes(ctx, [hash])).get(hash.toString('hex')) ?? []
    const off = items.filter(item => !chosen.has(keyOf(item)) && standings.get(keyOf(item)) === 'granted')
    const on = items.filter(
      item =>
        chosen.has(keyOf(item)) &&
        (standings.get(keyOf(item)) !== 'granted' || (item.channel === 'email' && suppressions.length > 0)),
    )
    await recordConsents(
      ctx,
      off.map(item => said(visitor, item, 'withdrawn', 'preference-centre')),
    )
    const mustConfirm = isStaff || suppressions.length > 0
    if (on.length === 0) return 'saved'
    if (!mustConfirm) {
      await recordConsents(
        ctx,
        on.map(item => said(visitor, item, 'granted', 'preference-centre')),
      )
      return 'saved'
    }
    return requestConsents(ctx, {
      contactId: handle!.contactId,
      purposes: on.map(({ purposeId, channel }) => ({ purpose: purposeId, channel })),
      email: handle!.normal,
      language: visitor.language,
      saidBy: 'customer',
      how: 'preference-centre',
      agent: visitor.agent,
    })
  })
}

/**
 * The owner of the mailbox says yes. Counts only for what was asked and not withdrawn since; lifts the suppression of
 * one who had unsubscribed, and shows that the address is his. False when nothing of it may be confirmed any more. Repeating it changes nothing.
 */
export async function confirm(visitor: Visitor, askedAt: Date): Promise<boolean> {
  const { ctx, hash, handle } = visitor
  return inTransaction(ctx, async ctx => {
    const open = await findOpen(ctx.db, visitor, askedAt)
    const fresh = open.filter(item => !item.isConfirmed)
    await recordConsents(
      ctx,
      fresh.map(item => ({ ...said(visitor, item, 'granted', 'double-opt-in'), textVersion: item.textVersion })),
    )
    if (fresh.length > 0) {
      await liftSuppressions(ctx, [hash], 'unsubscribed')
      const handles = [{ kind: 'email' as const, value: handle!.normal }]
      await intake(ctx, [{ handles, at: ctx.now(), source: 'double-opt-in', verified: 'email' }])
    }
    return open.length > 0
  })
}

export interface Asked extends Item {
  textVersion: number
  isConfirmed: boolean
}

/** What the address was asked for at a time and did not withdraw since, and whether it was confirmed already. */
export async function findOpen(tx: Db, { ctx, ids, hash }: Visitor, askedAt: Date): Promise<Asked[]> {
  if (ids.length === 0) return []
  const columns = ['purposeId', 'channel', 'state', 'textVersion'] as const
  const request = { contactId: ids, state: 'requested', hash, recordedAt: askedAt }
  const asked = await findRows(within(ctx, tx), 'consents', columns, request)
  if (asked.length === 0) return []
  const isAnswer = sql`and state <> 'requested' and recorded_at >= ${askedAt}`
  const answers = await findRows(within(ctx, tx), 'consents', columns, { contactId: ids }, isAnswer)
  return asked.flatMap(({ purposeId, channel, textVersion }) => {
    const matching = answers.filter(answer => answer.purposeId === purposeId && answer.channel === channel)
    if (matching.some(({ state }) => state === 'withdrawn')) return []
    const isConfirmed = matching.some(({ state }) => state === 'granted')
    return [{ purposeId, channel: channel as Channel, textVersion: textVersion!, isConfirmed }]
  })
}
