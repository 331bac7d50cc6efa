import { AppError } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { getContactKey, readHandles } from '../../contacts/public.ts'
import { chooseHandle } from '../addresses.ts'
import { addresseeOf, preferenceLink } from '../links.ts'

const words = defineMessages('consent.preference-link', {
  noEmail: 'The contact has no e-mail address. Add one first.',
})

/** For staff to hand on. What is switched on through it still wants the owner of the mailbox to confirm. */
export async function makePreferenceLink(
  ctx: Ctx,
  contactId: string,
  handleId?: string,
): Promise<{ link: string; address: string }> {
  const key = await getContactKey(ctx, contactId)
  const handles = await readHandles(ctx.db, ctx.workspaceId, key.ids)
  const handle = chooseHandle('email', handles, handleId)
  if (handle?.kind !== 'email') throw new AppError('unprocessable', say(words, 'noEmail'))
  await audit(ctx.db, ctx, { action: 'preference-link.made', subjectType: 'contact', subjectId: key.id })
  const to = addresseeOf(ctx.app, ctx.workspaceId, handle.contactId, handle)
  return { link: preferenceLink(ctx.app, to, true), address: handle.value }
}
