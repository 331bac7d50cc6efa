import { audit } from '../../../../platform/audit/audit.ts'
import { authOf } from '../../../../platform/auth/auth-of.ts'
import { callAuth } from '../../../../platform/auth/call-auth.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { signedInPerson, type Browser } from '../person.ts'
import { requirePassword } from './passwords.ts'

export async function startTwoFactor(
  ctx: Ctx,
  browser: Browser,
  password: string,
): Promise<{ uri: string; secret: string; backupCodes: string[] }> {
  await requirePassword(ctx, browser, password)
  const answer = await callAuth(ctx.app, browser, (api, sent) =>
    api.enableTwoFactor({ body: { password, method: 'totp' }, ...sent }),
  )
  const { totpURI, backupCodes } = answer as { totpURI: string; backupCodes: string[] }
  return { uri: totpURI, secret: new URL(totpURI).searchParams.get('secret')!, backupCodes }
}

/** The session is exchanged for a new one, as its rights grow. */
export async function confirmTwoFactor(ctx: Ctx, browser: Browser, code: string): Promise<void> {
  const { memberId } = signedInPerson(ctx)
  await callAuth(ctx.app, browser, (api, sent) => api.verifyTOTP({ body: { code }, ...sent }))
  await audit(ctx, { action: 'member.two-factor-on', subjectId: memberId })
}

export async function stopTwoFactor(ctx: Ctx, browser: Browser, password: string): Promise<void> {
  const { memberId } = signedInPerson(ctx)
  await requirePassword(ctx, browser, password)
  await callAuth(ctx.app, browser, (api, sent) => api.disableTwoFactor({ body: { password }, ...sent }))
  await audit(ctx, { action: 'member.two-factor-off', subjectId: memberId })
}

export async function renewBackupCodes(ctx: Ctx, browser: Browser, password: string): Promise<string[]> {
  const { memberId } = signedInPerson(ctx)
  await requirePassword(ctx, browser, password)
  const { backupCodes } = await callAuth(ctx.app, browser, (api, sent) =>
    api.generateBackupCodes({ body: { password }, ...sent }),
  )
  await audit(ctx, { action: 'member.backup-codes-renewed', subjectId: memberId })
  return backupCodes
}

/** Whether the second factor is on, and how many backup codes are unused. */
export async function findTwoFactor(ctx: Ctx): Promise<{ isOn: boolean; backupCodesLeft: number }> {
  const { userId } = signedInPerson(ctx)
  const row = await ctx.db.selectFrom('twoFactors').select('verified').where('userId', '=', userId).executeTakeFirst()
  if (!row?.verified) return { isOn: false, backupCodesLeft: 0 }
  const { backupCodes } = await (await authOf(ctx.app)).api.viewBackupCodes({ body: { userId } })
  return { isOn: true, backupCodesLeft: backupCodes.length }
}
