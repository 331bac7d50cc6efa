import { sql, type Selectable } from 'kysely'
import type { Ctx } from '../context.ts'
import { inTransaction, type Tenant } from '../db/database.ts'
import { findRow, updateRows } from '../db/row.ts'
import type { OutgoingMail } from '../db/tables.gen.ts'
import { lockWorkspace } from '../workspaces.ts'

/**
 * While a mail waits, `sentAt` is the time before which nobody may send it: the pause before another attempt, or, with
 * no error noted, the time that whoever is sending it now has at most. Afterwards it is when the mail was sent.
 */
const claimMs = 2 * 60_000

const columns = ['id', 'messageId', 'toAddress', 'subject', 'text', 'html', 'headers', 'attempts'] as const
export type ClaimedMail = Pick<Selectable<OutgoingMail>, (typeof columns)[number]>

/**
 * The oldest mail that is due, counted as attempted and kept from others; or until when somebody else may be sending one
 * of the workspace; or null when nothing is due.
 */
export function claimMail(ctx: Ctx): Promise<ClaimedMail | { busyUntil: Date } | null> {
  const now = ctx.now()
  return inTransaction(ctx, async ctx => {
    await lockWorkspace(ctx)
    const busyUntil = await findBusyUntil(ctx, now)
    if (busyUntil) return { busyUntil }
    const isDue = sql`and (sent_at is null or sent_at <= ${now}) order by created_at, id limit 1`
    const due = await findRow(ctx, 'outgoingMail', columns, { status: 'waiting' }, isDue)
    if (!due) return null
    const attempts = due.attempts + 1
    const claimed = { attempts, error: null, sentAt: new Date(now.getTime() + claimMs) }
    await updateRows(ctx, 'outgoingMail', due.id, claimed)
    return { ...due, attempts }
  })
}

async function findBusyUntil(tenant: Tenant, now: Date): Promise<Date | null> {
  const isBeingSent = { status: 'waiting', error: null }
  const row = await findRow(tenant, 'outgoingMail', ['sentAt'], isBeingSent, sql`and sent_at > ${now} limit 1`)
  return row?.sentAt ?? null
}

export async function settleMail(
  tenant: Tenant,
  id: string,
  values: { status: 'waiting' | 'outbox' | 'sent' | 'failed'; error: string | null; sentAt: Date | null },
): Promise<void> {
  await updateRows(tenant, 'outgoingMail', id, values)
}

/** When the next mail of the workspace is due; null when none waits. */
export async function findDue(ctx: Ctx): Promise<Date | null> {
  const next = sql`order by sent_at nulls first limit 1`
  const row = await findRow(ctx, 'outgoingMail', ['sentAt'], { status: 'waiting' }, next)
  return row ? (row.sentAt ?? ctx.now()) : null
}
