import type { Ctx } from '../../../platform/context.ts'
import type { DemoCustomer, DemoPart } from '../../workspace/demo/public.ts'
import { agentFamily } from './agent.ts'
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
    const agent = agentFamily(index % 3 === 0 ? 'iPhone Safari/' : 'Linux Firefox/')
    const base = { contactId: id, channel: 'email', handle, agent } as const
    const since = 300 - index * 3
    const say = (daysAgo: number, purpose: string, said: Pick<NewConsent, 'state' | 'how'> & Partial<NewConsent>) =>
      entries.push({ ...base, saidBy: 'customer', purpose, occurredAt: at(since - daysAgo), ...said })
    say(0, 'newsletter', { state: 'requested', how: 'form' })
    if (index % 8 === 7) continue
    say(1, 'newsletter', { state: 'granted', how: 'double-opt-in' })
    if (index % 3 === 0) say(30, 'surveys', { state: 'granted', how: 'preference-centre' })
    const note = 'Said on the phone that we may call about offers'
    if (index % 4 === 1)
      say(40, 'newsletter', { state: 'granted', how: 'staff', saidBy: 'member', channel: 'phone', note })
    if (index % 8 === 5) {
      for (const purpose of ['newsletter', 'product-news', 'surveys'])
        say(60, purpose, { state: 'withdrawn', how: 'unsubscribe-link' })
      unsubscribed.push(handle)
    }
  }
  await recordConsents(ctx, entries, true)
  await suppress(ctx, unsubscribed, 'unsubscribed', 'email')
}
