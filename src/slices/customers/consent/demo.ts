import type { Ctx } from '../../../platform/context.ts'
import type { DemoCustomer, DemoPart } from '../../workspace/demo/public.ts'
import { recordConsents, type NewConsent } from './commands/record-consents.ts'
import { suppress } from './commands/suppress.ts'

const day = 24 * 3600_000

/** What the best customers agreed to, each in one of the ways in which people do. */
export const demo: DemoPart = { seed: (ctx, { customers }) => seed(ctx, customers) }

async function seed(ctx: Ctx, customers: readonly DemoCustomer[]): Promise<void> {
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
  await recordConsents(ctx, entries, true)
  await suppress(ctx, unsubscribed, 'unsubscribed', 'email')
}
