import { sql } from 'kysely'
import { AppError } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { defineText } from '../../../../kernel/messages.ts'
import type { App } from '../../../../platform/context.ts'
import type { Tenant } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import { insertAll } from '../../../../platform/db/row.ts'
import type { Channel, Sayer, State, Way } from '../consent.ts'
import { consentEvents } from '../events.ts'
import { hashHandle, type HandleKey } from '../handle-hash.ts'
import { findPurposes } from '../purposes.ts'

const unknownPurpose = defineText('consent.record-consents.unknownPurpose', 'There is no purpose “{purpose}”.')

/** Who writes a record; a `Ctx` is one. */
export interface ConsentActor extends Tenant {
  app: Pick<App, 'secret'>
  actor: { kind: string; memberId: string | null }
  /** Truncated already; of customers only. */
  address: string | null
  now(): Date
}

export interface NewConsent {
  /** Whose address it was given for: that contact's own id, not that of the one it was merged into. */
  contactId: string
  /** Key of the purpose, or its id. */
  purpose: string
  channel: Channel
  state: State
  saidBy: Sayer
  how: Way
  handle?: HandleKey | null
  /** Where the address is not known, but its keyed hash is. */
  hash?: Buffer | null
  note?: string | null
  /** The wording that was shown; today's when left out. */
  textVersion?: number
  /** The language in which it was shown. */
  language?: string | null
  occurredAt?: Date
  /** The kind of browser, `Firefox on Linux`. */
  agent?: string | null
  importId?: string | null
}

/** Adds records of consent, any number by three statements, and tells the log; silently where an import does it. */
export async function recordConsents(by: ConsentActor, entries: NewConsent[], isSilent = false): Promise<void> {
  if (entries.length === 0) return
  const purposes = await findPurposes(by)
  const now = by.now()
  const rows = entries.map(entry => {
    const { contactId, channel, state, saidBy, how, occurredAt = now, importId = null } = entry
    const purpose = purposes.find(({ id, key }) => id === entry.purpose || key === entry.purpose)
    if (!purpose) throw new AppError('invalid', unknownPurpose({ purpose: entry.purpose }))
    const wording = { channel, how, saidBy }
    const consent = {
      ...wording,
      id: newId(now.getTime()),
      contactId,
      purposeId: purpose.id,
      state,
      memberId: saidBy === 'member' ? by.actor.memberId : null,
      textVersion: entry.textVersion ?? purpose.textVersion,
      hash: entry.handle ? hashHandle(by, entry.handle) : entry.hash,
      occurredAt,
      recordedAt: now,
      importId,
    }
    const event = consentEvents[state](consent, { ...wording, purpose: purpose.key }, { occurredAt, importId })
    const proof = proofOf(by, entry)
    return { consent, event, proofs: proof ? [{ ...proof, consentId: consent.id }] : [] }
  })
  const consents = rows.map(({ consent }) => consent)
  await insertAll(by, 'consents', consents)
  const proofs = rows.flatMap(({ proofs }) => proofs)
  await insertAll(by, 'consentProofs', proofs)
  const events = rows.map(({ event }) => event)
  await record(by, events, isSilent)
}

/** What tells of the person; null where nothing does. */
function proofOf(by: ConsentActor, { saidBy, handle, note, agent, language }: NewConsent) {
  const proof = {
    handle: handle?.normal ?? null,
    note: note || null,
    address: saidBy === 'customer' ? by.address : null,
    agent: agent ?? null,
    language: language ?? null,
  }
  return Object.values(proof).some(value => value !== null) ? proof : null
}

/** When an address was last asked for a double opt-in, and how often since `since`. */
export async function countRequests(
  { db, workspaceId }: Tenant,
  hash: Buffer,
  since: Date,
): Promise<{ count: number; lastAt: Date | null }> {
  const isAsked = sql`hash = ${hash} and state = 'requested' and recorded_at > ${since}`
  const { rows } = await sql<{ count: number; lastAt: Date | null }>`
    select count(distinct recorded_at) as count, max(recorded_at) as last_at from consents
    where workspace_id = ${workspaceId} and ${isAsked}`.execute(db)
  return rows[0]!
}
