import { AppError } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { insertRow } from '../../../../platform/db/row.ts'
import { languageOf } from '../../../../platform/languages.ts'
import { queueMail } from '../../../../platform/mail/outgoing-mail.ts'
import { getContactKey, normalizeHandle } from '../../contacts/public.ts'
import { claimMs, claimUrl, hashCode, newCode } from '../claim.ts'
import { countSince, listClaims } from '../claims.ts'
import { claimMail } from '../mails.ts'
import type { Claim } from '../schema.ts'
import { requireContacts } from './require-contacts.ts'

const words = defineMessages('merges.send-claim', {
  onlyEmailClaims:
    'Only e-mail addresses can be claimed now: there is no channel that could bring a code to any other handle. Nothing was sent.',
  useEmail: 'Use email.',
  askedThrice: 'This address was asked three times within the hour. Try again later.',
})

const hour = 3600_000
/** Nobody's mailbox is filled in another's name. */
const mostAnHour = 3

/** Asks a customer to confirm that an address is his own: a mail with a link and a code goes to it. */
export async function sendClaim(
  ctx: Ctx,
  id: string,
  { kind, value }: { kind: Claim['kind']; value: string },
): Promise<Claim & { codeUrl: string }> {
  if (kind !== 'email')
    throw new AppError('unprocessable', say(words, 'onlyEmailClaims'), {
      fields: [{ path: 'kind', message: say(words, 'useEmail') }],
    })
  const handle = normalizeHandle(kind, value, ctx.workspace.country, 'value')
  return inTransaction(ctx, async ctx => {
    const [contact] = await requireContacts(ctx, [id])
    const { language } = await getContactKey(ctx, id)
    const now = ctx.now()
    if ((await countSince(ctx, handle, new Date(now.getTime() - hour))) >= mostAnHour)
      throw new AppError('too-many-requests', say(words, 'askedThrice'))
    const claimId = newId(now.getTime())
    const expiresAt = new Date(now.getTime() + claimMs)
    const code = newCode()
    const codeHash = hashCode(ctx.app.secret, claimId, code)
    const fresh = { memberId: ctx.actor.memberId, createdAt: now, expiresAt }
    await insertRow(ctx, 'claims', { id: claimId, contactId: id, ...handle, codeHash, ...fresh })
    const { config, secret } = ctx.app
    const urlOf = (link: 'claim' | 'claim-code') =>
      claimUrl({ origin: config.origin, secret }, link, ctx.workspaceId, claimId, expiresAt)
    const { name: company, locale } = ctx.workspace
    const mail = claimMail(handle.value, languageOf(language, locale), { company, url: urlOf('claim'), code })
    await queueMail(ctx, mail)
    await audit(ctx, {
      action: 'claim.sent',
      subjectType: 'contact',
      subjectId: contact!.id,
      detail: { claimId, kind },
    })
    const claim = (await listClaims(ctx, id)).find(candidate => candidate.id === claimId)!
    return { ...claim, codeUrl: urlOf('claim-code') }
  })
}
