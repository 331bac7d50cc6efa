import { audit } from '../../../../platform/audit/audit.ts'
import { callAuth } from '../../../../platform/auth/call-auth.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { signedInPerson, type Browser } from '../person.ts'
import { getPasskey, noPasskey } from '../queries.ts'
import type { Passkey } from '../schema.ts'
import { requirePassword } from './passwords.ts'

/** Asks for the password, so that a borrowed session cannot give itself a way to come back. */
export async function startPasskey(ctx: Ctx, browser: Browser, password: string): Promise<Record<string, unknown>> {
  await requirePassword(ctx, browser, password)
  return { ...(await callAuth(ctx.app, browser, (api, sent) => api.generatePasskeyRegistrationOptions(sent))) }
}

export async function addPasskey(
  ctx: Ctx,
  browser: Browser,
  body: { name: string; response: Record<string, unknown> },
): Promise<Passkey> {
  const { userId, memberId } = signedInPerson(ctx)
  const made = await callAuth(ctx.app, browser, (api, sent) => api.verifyPasskeyRegistration({ body, ...sent }))
  await audit(ctx, { action: 'member.passkey-added', subjectId: memberId })
  return getPasskey(ctx.db, userId, made.id)
}

export async function renamePasskey(ctx: Ctx, id: string, name: string): Promise<Passkey> {
  const { userId } = signedInPerson(ctx)
  await ctx.db.updateTable('passkeys').set({ name }).where('userId', '=', userId).where('id', '=', id).execute()
  return getPasskey(ctx.db, userId, id)
}

export async function removePasskey(ctx: Ctx, id: string): Promise<void> {
  const { userId, memberId } = signedInPerson(ctx)
  const { numDeletedRows } = await ctx.db
    .deleteFrom('passkeys')
    .where('userId', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw noPasskey()
  await audit(ctx, { action: 'member.passkey-removed', subjectId: memberId })
}
