import type { APIError } from 'better-auth/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError, invalidField } from '../../kernel/errors.ts'
import { defineMessages, say } from '../../kernel/messages.ts'
import { clip } from '../../kernel/text.ts'
import type { App } from '../context.ts'
import { truncateAddress } from '../http/security.ts'
import { addressHeader, passwordLength } from './auth-settings.ts'
import { authOf } from './auth-of.ts'
import type { Auth } from './auth.ts'
import { sessionCookieName, withoutCookie } from './cookies.ts'
import { rightsChanged } from './rights.ts'

const words = defineMessages('platform.call-auth', {
  noWorkspaceLeft: 'Your account belongs to no workspace any more. Ask an admin to invite you again.',
  wrongCurrentPassword: 'This is not your current password.',
  shortPassword: 'Use at least {least} characters.',
  longPassword: 'Use at most {most} characters.',
  usedLink: 'This link was used already or is too old. Ask for a new one.',
  wrongCode: 'This code is not right. Check the clock of your device, or use a backup code.',
  wrongBackupCode: 'This backup code is not right or was used already.',
  signInTooSlow: 'Signing in took too long. Start again with your password.',
  wrongCodesStart: 'Too many wrong codes. Start again with your password.',
  wrongCodesWait: 'Too many wrong codes. Try again in 15 minutes.',
  twoFactorOn: 'Two-factor sign-in is on already. Turn it off first to use another device.',
  twoFactorNotSetUp: 'Two-factor sign-in is not set up. Start with its secret.',
  twoFactorOff: 'Two-factor sign-in is off. Turn it on first.',
  tooSlow: 'This took too long. Start again.',
  unknownPasskey: 'This passkey is not known here. Sign in with your password.',
  passkeySignIn: 'This passkey could not be verified. Sign in with your password.',
  notVerifying: 'This device did not ask for your finger, face or PIN. Use another one.',
  passkeyAgain: 'This passkey could not be verified. Start again.',
  wrongPassword: 'The e-mail or the password is not right.',
  signIn: 'Sign in first.',
  tooManyAttempts: 'Too many attempts. Try again later.',
})

/**
 * The headers better-auth sees of `request`: its cookies, device and address, and nothing that a caller could use to
 * change where links lead. `asStranger` hides the session of whoever is signed in here already.
 */
function authHeaders(app: App, request: FastifyRequest, options: { asStranger?: boolean } = {}): Headers {
  const headers = new Headers()
  const cookie = request.headers.cookie ?? ''
  headers.set('cookie', options.asStranger ? withoutCookie(cookie, sessionCookieName(app.config.origin)) : cookie)
  headers.set('user-agent', clip(request.headers['user-agent'] ?? '', 400))
  headers.set(addressHeader, truncateAddress(request.ip).split('/')[0]!)
  return headers
}

/** What every call of the library takes of the browser, so that its cookies can be passed on. */
interface Sent {
  headers: Headers
  returnHeaders: true
}

/** Calls the library for a browser, with its cookies, and passes on those of the answer. */
export async function callAuth<T>(
  app: App,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  call: (api: Auth['api'], sent: Sent) => Promise<{ headers?: Headers | null; response: T }>,
  options?: { asStranger?: boolean },
): Promise<T> {
  const { api } = await authOf(app)
  const sent: Sent = { headers: authHeaders(app, request, options), returnHeaders: true }
  const { headers, response } = await withOurErrors(call(api, sent))
  for (const cookie of headers?.getSetCookie() ?? []) reply.header('set-cookie', cookie)
  return response
}

/** Turns better-auth's refusals into ours. It writes sessions and users itself, so each call of it may change rights. */
export async function withOurErrors<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    throw isApiError(error) ? toAppError(error) : error
  } finally {
    rightsChanged()
  }
}

/** By name, so that the library is not loaded for asking. */
function isApiError(error: unknown): error is APIError {
  return error instanceof Error && error.name === 'APIError'
}

const refusals: Record<string, () => AppError> = {
  INVALID_EMAIL_OR_PASSWORD: wrongCredentials,
  INVALID_EMAIL: wrongCredentials,
  NO_WORKSPACE: () => new AppError('forbidden', say(words, 'noWorkspaceLeft')),
  INVALID_PASSWORD: () => invalidField('password', say(words, 'wrongCurrentPassword')),
  PASSWORD_TOO_SHORT: () => invalidField('password', say(words, 'shortPassword', { least: passwordLength.min })),
  PASSWORD_TOO_LONG: () => invalidField('password', say(words, 'longPassword', { most: passwordLength.max })),
  INVALID_TOKEN: () => new AppError('invalid', say(words, 'usedLink')),
  INVALID_CODE: () => new AppError('unauthenticated', say(words, 'wrongCode')),
  INVALID_BACKUP_CODE: () => new AppError('unauthenticated', say(words, 'wrongBackupCode')),
  INVALID_TWO_FACTOR_COOKIE: () => new AppError('unauthenticated', say(words, 'signInTooSlow')),
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: () => new AppError('too-many-requests', say(words, 'wrongCodesStart')),
  ACCOUNT_TEMPORARILY_LOCKED: () =>
    new AppError('too-many-requests', say(words, 'wrongCodesWait'), { retryAfter: 900 }),
  TOTP_ALREADY_ENABLED: () => new AppError('conflict', say(words, 'twoFactorOn')),
  TOTP_NOT_ENABLED: () => new AppError('conflict', say(words, 'twoFactorNotSetUp')),
  TWO_FACTOR_NOT_ENABLED: () => new AppError('conflict', say(words, 'twoFactorOff')),
  BACKUP_CODES_NOT_ENABLED: () => new AppError('conflict', say(words, 'twoFactorOff')),
  CHALLENGE_NOT_FOUND: () => new AppError('invalid', say(words, 'tooSlow')),
  PASSKEY_NOT_FOUND: () => new AppError('unauthenticated', say(words, 'unknownPasskey')),
  AUTHENTICATION_FAILED: () => new AppError('unauthenticated', say(words, 'passkeySignIn')),
  USER_NOT_VERIFIED: () => new AppError('unauthenticated', say(words, 'notVerifying')),
  FAILED_TO_VERIFY_REGISTRATION: () => new AppError('invalid', say(words, 'passkeyAgain')),
}

export function wrongCredentials(): AppError {
  return new AppError('unauthenticated', say(words, 'wrongPassword'))
}

function toAppError(error: APIError): Error {
  const code = (error.body as { code?: string } | undefined)?.code ?? ''
  const refusal = refusals[code]
  if (refusal) return refusal()
  if (error.statusCode === 401) return new AppError('unauthenticated', say(words, 'signIn'))
  if (error.statusCode === 429) return new AppError('too-many-requests', say(words, 'tooManyAttempts'))
  return error
}
