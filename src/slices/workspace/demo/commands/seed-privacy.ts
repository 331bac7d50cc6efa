import { newId } from '../../../../kernel/ids.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { noteRequest } from '../../../customers/privacy/public.ts'
import type { DemoCustomer } from './seed-consent.ts'

const day = 24 * 3600_000

/** Two requests about personal data: one that is nearly due, one that came yesterday. */
export async function seedPrivacy(tx: Db, ctx: Ctx, [first, second]: DemoCustomer[]): Promise<void> {
  const now = ctx.now().getTime()
  const about = ({ id, name, email }: DemoCustomer) => ({ id: newId(), contactId: id, askedBy: name, email })
  if (first)
    await noteRequest(tx, ctx, {
      ...about(first),
      kind: 'access',
      identityCheck: 'Called back the number that we know',
      receivedAt: new Date(now - 26 * day),
      isDemo: true,
    })
  if (second)
    await noteRequest(tx, ctx, {
      ...about(second),
      kind: 'erasure',
      identityCheck: null,
      receivedAt: new Date(now - day),
      isDemo: true,
    })
}
