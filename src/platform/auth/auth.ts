import { AsyncLocalStorage } from 'node:async_hooks'
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { APIError } from 'better-auth/api'
import { newId } from '../../kernel/ids.ts'
import type { Db } from '../db/database.ts'
import { cookiePrefix } from './cookies.ts'
import { addressHeader, passwordLength, sessionSeconds } from './auth-settings.ts'
import { authTables } from './auth-tables.ts'
import { chooseWorkspace } from './workspace.ts'

const resetSeconds = 3600

export interface AuthOptions {
  db: Db
  /** Where the app is reached, from the configuration: links, cookies and passkeys are bound to it. */
  origin: string
  secret: string
  onError?: (message: string, detail: unknown) => void
}

export interface PasswordReset {
  token: string
  user: { id: string; email: string; name: string }
}

/** What better-auth tells its callbacks during a call of ours, handed back to the caller of that call. */
interface Told {
  reset: PasswordReset | null
  userId: string | null
}

const told = new AsyncLocalStorage<Told>()

export type Auth = ReturnType<typeof createAuth>

/** What the rest of the program uses of better-auth on our tables; its own HTTP handler is not mounted. */
export function createAuth(options: AuthOptions) {
  const { api } = configure(options)
  return {
    api,
    /** Makes a reset token for the person with this e-mail; null when there is none. Never tell a stranger which. */
    async issuePasswordReset(email: string): Promise<PasswordReset | null> {
      const { reset } = await listen(() => api.requestPasswordReset({ body: { email } }))
      return reset
    },
    /** Sets the password of whoever holds the token, ends their sessions and returns their id. */
    async resetPassword(token: string, newPassword: string): Promise<string> {
      const { userId } = await listen(() => api.resetPassword({ body: { token, newPassword } }))
      return userId!
    },
  }
}

function configure({ db, origin, secret, onError = () => {} }: AuthOptions) {
  return betterAuth({
    appName: 'Rapport',
    baseURL: origin,
    trustedOrigins: [origin],
    secret,
    database: { db: db.withoutPlugins(), type: 'postgres', transaction: true },
    user: authTables.user,
    account: { ...authTables.account, accountLinking: { enabled: false } },
    session: {
      ...authTables.session,
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
      freshAge: 0,
      additionalFields: {
        workspaceId: { type: 'string', required: false, input: false, fieldName: 'workspace_id' },
      },
    },
    verification: { ...authTables.verification, storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      autoSignIn: false,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      resetPasswordTokenExpiresIn: resetSeconds,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => {
        told.getStore()!.reset = { token, user: { id: user.id, email: user.email, name: user.name } }
      },
      onPasswordReset: async ({ user }) => {
        told.getStore()!.userId = user.id
      },
    },
    plugins: [
      twoFactor({ issuer: 'Rapport', backupCodeOptions: { amount: 10 }, schema: authTables.twoFactor }),
      passkey({
        rpID: new URL(origin).hostname,
        rpName: 'Rapport',
        origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: async ({ verification }) => requireUserVerified(verification.registrationInfo),
        },
        authentication: {
          afterVerification: async ({ verification }) => requireUserVerified(verification.authenticationInfo),
        },
        advanced: { webAuthnChallengeCookie: 'passkey' },
        schema: authTables.passkey,
      }),
    ],
    databaseHooks: {
      session: {
        create: {
          before: async session => ({
            data: { ...session, workspaceId: await chooseWorkspace(db, session.userId, session['workspaceId']) },
          }),
        },
      },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message, ...detail) => onError(message, detail) },
    advanced: {
      cookiePrefix: cookiePrefix(origin),
      useSecureCookies: origin.startsWith('https:'),
      database: { generateId: () => newId(), validateSchema: false },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
  })
}

async function listen(call: () => Promise<unknown>): Promise<Told> {
  const heard: Told = { reset: null, userId: null }
  await told.run(heard, call)
  return heard
}

/** A passkey replaces both factors, so the device must have checked its owner. */
function requireUserVerified(device: { userVerified: boolean } | undefined): void {
  if (!device?.userVerified) {
    throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED', message: 'The device did not verify its owner.' })
  }
}
