import { sql } from 'kysely'
import type { Ctx } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { recordConsents, suppress, type NewConsent } from '../../../customers/consent/public.ts'

const day = 24 * 3600_000

export interface DemoCustomer {
  id: string
  name: string
  email: string
  language: string | null
  createdAt: Date
}

/** The customers who bought most: the ones that somebody who looks around opens first. */
export async function bestCustomers(tx: Db, { workspaceId }: Ctx, count: number): Promise<DemoCustomer[]> {
  const { rows } = await sql<DemoCustomer>`
    select c.id, c.name, lower(c.email) as email, c.language, c.created_at
    from contact_facts f join contacts c on c.workspace_id = f.workspace_id and c.id = f.contact_id
    where f.workspace_id = ${workspaceId} and c.email is not null
    order by f.net_amount desc, f.contact_id desc limit ${count}`.execute(tx)
  return rows
}

/** What the best customers agreed to, each in one of the ways in which people do. */
export async function seedConsent(tx: Db, ctx: Ctx, customers: DemoCustomer[]): Promise<void> {
  const now = ctx.now().getTime()
  const entries: NewConsent[] = []
  const unsubscribed: { kind: string; normal: string }[] = []
  for (const [index, { id, email, createdAt }] of customers.entries()) {
    const at = (daysAgo: number) =>
      new Date(Math.min(now - 3600_000, Math.max(createdAt.getTime() + day, now - daysAgo * day)))
    const handle = { kind: 'email', normal: email }
    const own = {
      contactId: id,
      channel: 'email',
      handle,
      agent: index % 3 === 0 ? 'Safari on iOS' : 'Firefox on Linux',
    } as const
    const byCustomer = { ...own, saidBy: 'customer' } as const
    const asked = { ...byCustomer, state: 'requested', how: 'form' } as const
    const agreed = { ...byCustomer, state: 'granted', how: 'double-opt-in' } as const
    const since = 300 - index * 3
    entries.push({ ...asked, purpose: 'newsletter', occurredAt: at(since) })
    if (index % 8 === 7) continue
    entries.push({ ...agreed, purpose: 'newsletter', occurredAt: at(since - 1) })
    if (index % 3 === 0)
      entries.push({
        ...byCustomer,
        purpose: 'surveys',
        state: 'granted',
        how: 'preference-centre',
        occurredAt: at(since - 30),
      })
    if (index % 4 === 1)
      entries.push({
        ...own,
        channel: 'phone',
        purpose: 'newsletter',
        state: 'granted',
        saidBy: 'member',
        how: 'staff',
        note: 'Said on the phone that we may call about offers',
        occurredAt: at(since - 40),
      })
    if (index % 8 === 5) {
      const withdrawn = {
        ...byCustomer,
        state: 'withdrawn',
        how: 'unsubscribe-link',
        occurredAt: at(since - 60),
      } as const
      for (const purpose of ['newsletter', 'product-news', 'surveys']) entries.push({ ...withdrawn, purpose })
      unsubscribed.push(handle)
    }
  }
  await recordConsents(tx, ctx, entries, true)
  await suppress(tx, ctx, unsubscribed, 'unsubscribed', 'email')
}
