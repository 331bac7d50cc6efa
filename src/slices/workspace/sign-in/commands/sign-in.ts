import { AppError } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { onceFor } from '../../../../kernel/once-for.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import { callAuth } from '../../../../platform/auth/call-auth.ts'
import { rightsChanged } from '../../../../platform/auth/rights.ts'
import { Throttle } from '../../../../platform/auth/throttle.ts'
import type { App } from '../../../../platform/context.ts'
import { addJob } from '../../../../platform/jobs/add-job.ts'
import { auditorOf } from '../audit-sign-in.ts'
import { countAttempt } from '../attempts.ts'
import type { Browser } from '../person.ts'
import { findSessionMember, moveSession } from '../store.ts'

const words = defineMessages('sign-in.sign-in', {
  usedCode: 'This code was used already. Wait for the next one and start again.',
})

type SignInMethod = 'password' | 'two-factor' | 'backup-code' | 'passkey' | 'invitation' | 'setup'

/** Whoever is signed in here already does not matter. */
const callAsStranger: typeof callAuth = (app, browser, call) => callAuth(app, browser, call, { asStranger: true })

/** Checks the password. The same is done, answered and taken for an e-mail that nobody has. */
export async function signIn(
  app: App,
  browser: Browser,
  body: { email: string; password: string },
): Promise<{ twoFactorRequired: boolean }> {
  const forgive = countAttempt(app, 'password', body.email, browser.request)
  try {
    return await startSession(app, browser, body, 'password', forgive)
  } catch (error) {
    if (error instanceof AppError && error.code === 'unauthenticated') {
      await addJob(app, 'sign-in.note-failure', {
        email: body.email,
        address: browser.request.ip,
        requestId: browser.request.id,
      })
    }
    throw error
  }
}

/** Signs in with a password that was checked or is checked here, into `workspaceId` where one is wanted. */
export async function startSession(
  app: App,
  browser: Browser,
  body: { email: string; password: string },
  method: SignInMethod,
  onPassword: () => void = () => {},
  workspaceId?: string,
): Promise<{ twoFactorRequired: boolean }> {
  const answer = await callAsStranger(app, browser, (api, sent) => api.signInEmail({ body, ...sent }))
  onPassword()
  if ('twoFactorRedirect' in answer) return { twoFactorRequired: true }
  if (workspaceId !== undefined) await moveSession(app.db, { token: answer.token }, workspaceId)
  await noteSignIn(app, browser, answer.token, method)
  return { twoFactorRequired: false }
}

const usedCodesOf = onceFor((_: App) => new Throttle({ attempts: 1, seconds: 90 }))

/** The second step: six digits from the app, or else a backup code. */
export async function signInSecondFactor(app: App, browser: Browser, code: string): Promise<void> {
  const isTotp = /^\d{6}$/.test(code)
  const { token, user } = await callAsStranger(app, browser, (api, sent) =>
    isTotp ? api.verifyTOTP({ body: { code }, ...sent }) : api.verifyBackupCode({ body: { code }, ...sent }),
  )
  if (isTotp && wasUsed(app, user.id, code)) {
    browser.reply.removeHeader('set-cookie')
    await app.db.deleteFrom('sessions').where('token', '=', token!).execute()
    rightsChanged(app.db)
    throw new AppError('unauthenticated', say(words, 'usedCode'))
  }
  await noteSignIn(app, browser, token!, isTotp ? 'two-factor' : 'backup-code')
}

/** A code that someone watched being typed is good for 90 s by itself; here it is good once. */
function wasUsed(app: App, userId: string, code: string): boolean {
  return usedCodesOf(app).attempt(`${userId} ${code}`, app.clock.now()) > 0
}

export async function startPasskeySignIn(app: App, browser: Browser): Promise<Record<string, unknown>> {
  countAttempt(app, 'ceremony', browser.request.ip, browser.request)
  return { ...(await callAsStranger(app, browser, (api, sent) => api.generatePasskeyAuthenticationOptions(sent))) }
}

export async function signInPasskey(app: App, browser: Browser, response: Record<string, unknown>): Promise<void> {
  const forgive = countAttempt(app, 'link', `passkey ${browser.request.ip}`, browser.request)
  const body = { response: response as never }
  const { session } = await callAsStranger(app, browser, (api, sent) =>
    api.verifyPasskeyAuthentication({ body, ...sent }),
  )
  forgive()
  await noteSignIn(app, browser, session.token, 'passkey')
}

async function noteSignIn(app: App, browser: Browser, token: string, method: SignInMethod): Promise<void> {
  const member = await findSessionMember(app.db, token)
  if (member === undefined) return
  const auditor = auditorOf(app, member, browser.request)
  await audit(auditor, { action: 'member.signed-in', subjectId: member.memberId, detail: { method } })
}
