import { AppError, invalidField } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { defineMail } from '../../../../platform/mail/define-mail.ts'
import { checkMailbox } from '../../../../platform/mail/mailbox.ts'
import { sendKeptMail, sendNow } from '../../../../platform/mail/outgoing-mail.ts'
import { findMailServer, sealMailPassword, type WorkspaceMail } from '../../../../platform/mail/workspace-mail.ts'
import { dkimOf } from './dkim.ts'
import { findMail } from '../queries.ts'
import type { MailInput } from '../schema.ts'
import { mergeSettings } from '../store.ts'
import { findMember } from '../../members/public.ts'

const words = defineMessages('settings.mail', {
  testSubject: 'A test from Rapport',
  testText: 'This mail shows that Rapport can send mail for {name}.',
  passwordAgain: 'Enter the password again, as the server or the user is another one.',
  noServer: 'There is no mail server yet. Enter one first; until then mail waits in the outbox.',
})
const testMail = defineMail(words, 'testSubject', 'testText')

export async function setMail(ctx: Ctx, { password, dkim, ...input }: MailInput): Promise<void> {
  checkMailbox('from', input.from)
  const before = await findMail(ctx)
  const mail: WorkspaceMail = {
    ...input,
    password: keptOrSealed(ctx, before, input, password),
    dkim: dkim === undefined ? (before?.dkim ?? null) : dkim && (await dkimOf(ctx, before?.dkim ?? null, dkim)),
  }
  await save(ctx, mail, { host: mail.host, port: mail.port, tls: mail.tls, user: mail.user, from: mail.from.address })
}

export async function removeMail(ctx: Ctx): Promise<void> {
  await save(ctx, null, {})
}

/** A kept password goes to no other server or user than it was given for. */
function keptOrSealed(
  ctx: Ctx,
  before: WorkspaceMail | null,
  input: { host: string; port: number; user: string | null },
  password: string | null | undefined,
): string | null {
  if (password) return sealMailPassword(ctx.app, ctx.workspaceId, password)
  if (password === null || input.user === null || before?.password == null) return null
  const isSame = before.host === input.host && before.port === input.port && before.user === input.user
  if (!isSame) throw invalidField('password', say(words, 'passwordAgain'))
  return before.password
}

async function save(ctx: Ctx, mail: WorkspaceMail | null, detail: Record<string, unknown>): Promise<void> {
  await inTransaction(ctx, async ctx => {
    await mergeSettings(ctx, { mail })
    if (mail !== null) await sendKeptMail(ctx)
    await audit(ctx, { action: 'settings.mail-changed', subjectType: 'workspace', detail })
  })
}

/** Sends a mail to the caller's own address now, and says what the server answered. */
export async function sendTestMail(ctx: Ctx): Promise<{ to: string; isSent: boolean; error: string | null }> {
  const server = await findMailServer(ctx)
  if (server === null) throw new AppError('conflict', say(words, 'noServer'))
  const { email: to } = (await findMember(ctx, ctx.actor.memberId!))!
  try {
    await sendNow(ctx.app, server, testMail(to, ctx.locale, { name: ctx.workspace.name }))
    return { to, isSent: true, error: null }
  } catch (error) {
    return { to, isSent: false, error: (error as Error).message }
  }
}
