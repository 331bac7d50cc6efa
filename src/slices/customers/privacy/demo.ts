import { newId } from '../../../kernel/ids.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { DemoCustomer, DemoPart } from '../../workspace/demo/public.ts'
import { noteRequest } from './commands/note-request.ts'

const day = 24 * 3600_000

/** Two requests about personal data: one that is nearly due, one that came yesterday. */
export const demo: DemoPart = { seed: (ctx, { customers }) => seed(ctx, customers.slice(14, 16)) }

async function seed(ctx: Ctx, [first, second]: readonly DemoCustomer[]): Promise<void> {
  const now = ctx.now().getTime()
  const about = ({ id, name, email }: DemoCustomer) => ({ id: newId(), contactId: id, askedBy: name, email })
  if (first)
    await noteRequest(ctx, {
      ...about(first),
      kind: 'access',
      identityCheck: 'Called back the number that we know',
      receivedAt: new Date(now - 26 * day),
      isDemo: true,
    })
  if (second)
    await noteRequest(ctx, {
      ...about(second),
      kind: 'erasure',
      identityCheck: null,
      receivedAt: new Date(now - day),
      isDemo: true,
    })
}
