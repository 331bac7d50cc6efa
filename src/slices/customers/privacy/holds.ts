import { sql, type RawBuilder } from 'kysely'
import { AppError } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { today, type Ctx } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { deleteRows, insertRow } from '../../../platform/db/row.ts'
import { audit } from '../../../platform/audit/audit.ts'
import { record } from '../../../platform/events/record.ts'
import type { Term } from '../../../platform/retention.ts'
import { getContactKey, lockContactKey, rootIdOf, withAddress } from '../contacts/public.ts'
import { findErasureOf } from './erasures.ts'
import { privacyEvents } from './events.ts'
import type { LegalHold } from './schema.ts'

const words = defineMessages('privacy.holds', {
  held: 'This contact is under a legal hold: {reason}. Nothing was erased; end the hold first.',
  heldUntil: 'This contact is under a legal hold until {until}: {reason}. Nothing was erased; end the hold first.',
  erasedAlready: 'This person was erased: there is nothing left to hold.',
})

/** Whether what stands with a contact, or with an address of one, is under no hold that goes on. */
export function freeOfHolds(ctx: Ctx): Pick<Term, 'isFree' | 'isFreeAddress'> {
  const holdOn = (contacts: RawBuilder<unknown>) => sql<boolean>`exists (
    select from legal_holds h where h.workspace_id = ${ctx.workspaceId} and h.contact_id in (${contacts})
      and (h.until is null or h.until >= ${today(ctx)}::date))`
  return {
    isFree: of => sql<boolean>`not ${holdOn(sql`${sql.ref(of)}, ${rootIdOf(of)}`)}`,
    isFreeAddress: of => sql<boolean>`not ${holdOn(withAddress(ctx.workspaceId, sql`lower(${sql.ref(of)})`))}`,
  }
}

/** The hold on any of these contacts that has not ended. */
export async function findHold(ctx: Ctx, contactIds: string[]): Promise<LegalHold | null> {
  const { rows } = await sql<LegalHold>`
    select contact_id, reason, until, member_id, created_at from legal_holds
    where workspace_id = ${ctx.workspaceId} and contact_id = any(${contactIds}::uuid[]) and (until is null or until >= ${today(ctx)}::date)
    order by until desc nulls first limit 1`.execute(ctx.db)
  return rows[0] ?? null
}

export async function requireNoHold(ctx: Ctx, contactIds: string[]): Promise<void> {
  const hold = await findHold(ctx, contactIds)
  if (!hold) return
  const { until, reason } = hold
  const refusal =
    until === null ? say(words, 'held', { reason }) : say(words, 'heldUntil', { until: { day: until }, reason })
  throw new AppError('conflict', refusal, { hold })
}

export async function getHold(ctx: Ctx, contactId: string): Promise<LegalHold | null> {
  const { ids } = await getContactKey(ctx, contactId)
  return findHold(ctx, ids)
}

export async function holdContact(
  ctx: Ctx,
  contactId: string,
  { reason, until = null }: { reason: string; until?: string | null },
): Promise<LegalHold> {
  return inTransaction(ctx, async ctx => {
    const key = await lockContactKey(ctx, contactId)
    if (await findErasureOf(ctx, key.ids)) throw new AppError('conflict', say(words, 'erasedAlready'))
    const hold = { reason, until, memberId: ctx.actor.memberId, createdAt: ctx.now() }
    await deleteRows(ctx, 'legalHolds', { contactId: key.ids })
    await insertRow(ctx, 'legalHolds', { ...hold, contactId: key.id })
    await audit(ctx, { action: 'contact.held', subjectId: key.id, detail: { until } })
    await record(ctx, [privacyEvents.held(key, { until })])
    return { ...hold, contactId: key.id, createdAt: hold.createdAt.toISOString() }
  })
}

export async function endHold(ctx: Ctx, contactId: string): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const key = await lockContactKey(ctx, contactId)
    if ((await deleteRows(ctx, 'legalHolds', { contactId: key.ids })) === 0) return
    await audit(ctx, { action: 'contact.released', subjectId: key.id })
    await record(ctx, [privacyEvents.released(key)])
  })
}
