import { sql, type RawBuilder } from 'kysely'
import { newId } from '../../../kernel/ids.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Retention, Term } from '../../../platform/retention.ts'
import { isReachable, isUntouchedSince } from '../contacts/public.ts'
import { hasOrders } from '../orders/public.ts'
import { beginErasure } from './commands/erase-contact.ts'
import { freeOfHolds } from './holds.ts'
import { contactRecord } from '../contacts/record.ts'

const words = defineMessages('privacy.retention', {
  anonymous: 'Anonymous visitors',
  anonymousText: 'strangers without address or order, since their last visit',
  leads: 'Leads who never bought',
  leadsText: 'since anything happened with them',
})

/** Nothing was bought, and nothing happened since: not by the customer, and not by a change. */
const isQuiet = ({ before, isFree }: Term) =>
  sql<boolean>`${isUntouchedSince('x', before)} and not ${hasOrders('x.id')} and ${isFree('x.id')}`
const isStranger = sql<boolean>`x.lifecycle = 'stranger'`
const isLead = sql<boolean>`x.lifecycle in ('stranger', 'lead', 'prospect')`

/** Contacts go by an erasure. */
export const retention: Retention[] = [
  {
    kind: 'anonymous',
    label: say(words, 'anonymous'),
    detail: say(words, 'anonymousText'),
    days: 395,
    table: contactRecord.table,
    isExpired: term => sql<boolean>`${isStranger} and not ${isReachable('x')} and ${isQuiet(term)}`,
    remove: forget,
  },
  {
    kind: 'leads',
    label: say(words, 'leads'),
    detail: say(words, 'leadsText'),
    days: 1095,
    table: contactRecord.table,
    isExpired: term => sql<boolean>`${isLead} and not (${isStranger} and not ${isReachable('x')}) and ${isQuiet(term)}`,
    remove: forget,
  },
]

/** Whoever comes back is welcome as somebody new: their addresses are not remembered, nor barred. */
async function forget(ctx: Ctx, ids: string[]): Promise<void> {
  for (const contactId of ids) {
    const erasure = { id: newId(), contactId, contactIds: [contactId], requestId: null, at: ctx.now() }
    await beginErasure(ctx, erasure, { isForgotten: true })
  }
}

/** What is past the term of a kind: its rows `x`, with the condition. */
function expiredRows(ctx: Ctx, { table, isExpired }: Retention, before: Date): RawBuilder<unknown> {
  return sql`${sql.table(table)} x
    where x.workspace_id = ${ctx.workspaceId} and ${isExpired({ before, ...freeOfHolds(ctx) })}`
}

/** The ids of up to `limit` rows that are past their term. */
export async function findExpired(ctx: Ctx, kind: Retention, before: Date, limit: number): Promise<string[]> {
  const found = sql<{ id: string }>`select x.id from ${expiredRows(ctx, kind, before)} limit ${limit}`
  return (await found.execute(ctx.db)).rows.map(row => row.id)
}

export async function countExpired(ctx: Ctx, kind: Retention, before: Date, limit: number): Promise<number> {
  const found = sql`select 1 from ${expiredRows(ctx, kind, before)} limit ${limit}`
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (${found}) found`.execute(ctx.db)
  return rows[0]!.count
}
