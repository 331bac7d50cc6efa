import { newId } from '../../../kernel/ids.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { DemoCustomer, DemoPart } from '../../workspace/demo/public.ts'
import { noteRequest } from './commands/note-request.ts'

const day = 24 * 3600_000

/** Two requests about personal data: one that is nearly due, one that came yesterday. */
export const demo: DemoPart = { seed: (ctx, { customers }) => seed(ctx, customers.slice(14, 16)) }

async function seed(ctx: Ctx, [first, second]: readonly DemoCustomer[]): Promise<void> {
  const now = ctx.now().getTime()
  const asked = [
    { customer: first, kind: 'access', identityCheck: 'Called back the number that we know', daysAgo: 26 },
    { customer: second, kind: 'erasure', identityCheck: null, daysAgo: 1 },
  ] as const
  for (const { customer, kind, identityCheck, daysAgo } of asked) {
    if (!customer) continue
    const { id: contactId, name: askedBy, email } = customer
    const receivedAt = new Date(now - daysAgo * day)
    await noteRequest(ctx, { id: newId(), kind, contactId, askedBy, email, identityCheck, receivedAt, isDemo: true })
  }
}
