import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { countryCode, emailAddress, languageTag, lineOf } from '../../../kernel/input.ts'
import { defineMessages, refusal } from '../../../kernel/messages.ts'
import { currency } from '../../../kernel/money.ts'
import { recordRules, roles } from '../../../kernel/permissions.ts'
import { timeZone } from '../../../kernel/time.ts'

const words = defineMessages('sign-in.schema', {
  most128: 'Use at most 128 characters.',
  least10: 'Use at least 10 characters.',
  sixDigits: 'Use the six digits that the app shows.',
})

const line = (length: number) => lineOf(length).min(1)
const email = emailAddress
const newPassword = z.string().min(10, refusal(words, 'least10')).max(128, refusal(words, 'most128'))
const password = z.string().min(1).max(128)
export const locale = languageTag
/** Answers of the browser's credential API, passed through. */
const ceremony = z.record(z.string(), z.unknown())

const tokenParams = z.object({ token: z.string().min(1).max(200) })
const one = z.object({ id })

export const session = z.object({
  /** Null for an API key. */
  user: z.object({ id, email: z.string(), isTwoFactorOn: z.boolean() }).nullable(),
  member: z.object({
    id,
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    jobTitle: z.string().nullable(),
    teamIds: z.array(id),
    /** Null: the workspace's. */
    locale: z.string().nullable(),
    timeZone: z.string().nullable(),
    avatarFileId: id.nullable(),
  }),
  permissions: z.array(z.string()),
  recordRule: z.enum(recordRules),
  workspace: z.object({
    id,
    name: z.string(),
    country: z.string(),
    currency: z.string(),
    timeZone: z.string(),
    locale: z.string(),
    isDemo: z.boolean(),
  }),
  otherWorkspaces: z.array(z.object({ id, name: z.string() })),
})
export type Session = z.output<typeof session>

export const device = z.object({
  id,
  userAgent: z.string().nullable(),
  /** Truncated: names a place, not a household. */
  address: z.string().nullable(),
  createdAt: z.string(),
  lastUsedAt: z.string(),
  isCurrent: z.boolean(),
})
export type Device = z.output<typeof device>

export const passkey = z.object({ id, name: z.string(), createdAt: z.string() })
export type Passkey = z.output<typeof passkey>

const signedIn = z.object({
  /** True: send a code to `POST /sessions/two-factor` within ten minutes. */
  twoFactorRequired: z.boolean(),
})

const newSessions = { access: 'public', tag: 'sessions' } as const
const ownSessions = { access: 'session', tag: 'sessions' } as const

export const signIn = endpoint({
  method: 'POST',
  path: '/sessions',
  ...newSessions,
  summary: 'Sign in with e-mail and password',
  body: z.strictObject({ email, password }),
  response: signedIn,
})
export const signInSecondFactor = endpoint({
  method: 'POST',
  path: '/sessions/two-factor',
  ...newSessions,
  summary: 'Finish signing in with a code of the authenticator app or a backup code',
  body: z.strictObject({ code: z.string().trim().min(6).max(40) }),
})
export const startPasskeySignIn = endpoint({
  method: 'POST',
  path: '/sessions/passkey-options',
  ...newSessions,
  summary: 'Options for signing in with a passkey',
  response: ceremony,
})
export const signInPasskey = endpoint({
  method: 'POST',
  path: '/sessions/passkey',
  ...newSessions,
  summary: 'Sign in with a passkey',
  body: z.strictObject({ response: ceremony }),
})
export const getSession = endpoint({
  method: 'GET',
  path: '/session',
  access: 'workspace',
  tag: 'sessions',
  summary: 'Who am I, where, and what may I do',
  response: session,
})
export const signOut = endpoint({
  method: 'DELETE',
  path: '/session',
  ...ownSessions,
  summary: 'Sign out',
})
export const changeWorkspace = endpoint({
  method: 'PUT',
  path: '/session/workspace',
  ...ownSessions,
  summary: 'Work in another of my workspaces',
  body: z.strictObject({ workspaceId: id }),
})
export const listSessions = endpoint({
  method: 'GET',
  path: '/sessions',
  ...ownSessions,
  summary: 'List the devices I am signed in on',
  response: z.object({ items: z.array(device) }),
})
export const endSession = endpoint({
  method: 'DELETE',
  path: '/sessions/{id}',
  ...ownSessions,
  summary: 'Sign out one device',
  params: one,
})
export const endOtherSessions = endpoint({
  method: 'DELETE',
  path: '/sessions',
  ...ownSessions,
  summary: 'Sign out all other devices',
  response: z.object({ count: z.int() }),
})

export const requestPasswordReset = endpoint({
  method: 'POST',
  path: '/password-resets',
  access: 'public',
  tag: 'passwords',
  summary: 'Ask for a mail with a link to a new password',
  body: z.strictObject({ email }),
  status: 202,
})
export const resetPassword = endpoint({
  method: 'PUT',
  path: '/password-resets/{token}',
  access: 'public',
  tag: 'passwords',
  summary: 'Set a new password with the link from the mail',
  params: tokenParams,
  body: z.strictObject({ password: newPassword }),
})
export const changePassword = endpoint({
  method: 'PUT',
  path: '/password',
  access: 'session',
  holdsSecret: true,
  tag: 'passwords',
  summary: 'Change my password and sign out all other devices',
  body: z.strictObject({ password, newPassword }),
})

const twoFactor = { access: 'session', tag: 'two-factor' } as const
const passkeys = { access: 'session', tag: 'passkeys' } as const

export const getTwoFactor = endpoint({
  method: 'GET',
  path: '/two-factor',
  ...twoFactor,
  summary: 'Whether my second factor is on',
  response: z.object({ isOn: z.boolean(), backupCodesLeft: z.int() }),
})
export const startTwoFactor = endpoint({
  method: 'POST',
  path: '/two-factor',
  access: 'session',
  holdsSecret: true,
  tag: 'two-factor',
  summary: 'Get a secret for the authenticator app, and backup codes; on after its confirmation',
  body: z.strictObject({ password }),
  response: z.object({ uri: z.string(), secret: z.string(), backupCodes: z.array(z.string()) }),
})
export const confirmTwoFactor = endpoint({
  method: 'PUT',
  path: '/two-factor/confirmation',
  access: 'session',
  holdsSecret: true,
  tag: 'two-factor',
  summary: 'Turn the second factor on with a first code',
  body: z.strictObject({
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/, refusal(words, 'sixDigits')),
  }),
})
export const renewBackupCodes = endpoint({
  method: 'POST',
  path: '/two-factor/backup-codes',
  access: 'session',
  holdsSecret: true,
  tag: 'two-factor',
  summary: 'Replace my backup codes',
  body: z.strictObject({ password }),
  response: z.object({ backupCodes: z.array(z.string()) }),
})
export const stopTwoFactor = endpoint({
  method: 'POST',
  path: '/two-factor/removal',
  access: 'session',
  holdsSecret: true,
  tag: 'two-factor',
  summary: 'Turn the second factor off',
  body: z.strictObject({ password }),
})

export const listPasskeys = endpoint({
  method: 'GET',
  path: '/passkeys',
  ...passkeys,
  summary: 'List my passkeys',
  response: z.object({ items: z.array(passkey) }),
})
export const startPasskey = endpoint({
  method: 'POST',
  path: '/passkeys/options',
  access: 'session',
  holdsSecret: true,
  tag: 'passkeys',
  summary: 'Options for a new passkey',
  body: z.strictObject({ password }),
  response: ceremony,
})
export const addPasskey = endpoint({
  method: 'POST',
  path: '/passkeys',
  ...passkeys,
  summary: 'Add a passkey',
  body: z.strictObject({ name: line(100), response: ceremony }),
  response: passkey,
  status: 201,
})
export const renamePasskey = endpoint({
  method: 'PATCH',
  path: '/passkeys/{id}',
  ...passkeys,
  summary: 'Rename a passkey',
  params: one,
  body: z.strictObject({ name: line(100) }),
  response: passkey,
})
export const removePasskey = endpoint({
  method: 'DELETE',
  path: '/passkeys/{id}',
  ...passkeys,
  summary: 'Remove a passkey',
  params: one,
})

export const getInvitation = endpoint({
  method: 'GET',
  path: '/invitations/{token}',
  access: 'public',
  tag: 'invitations',
  summary: 'What an invitation invites to',
  params: tokenParams,
  response: z.object({
    workspaceName: z.string(),
    email: z.string(),
    role: z.enum(roles),
    invitedBy: z.string().nullable(),
    /** True: the person signs in with the password they have; false: they choose one. */
    hasAccount: z.boolean(),
  }),
})
export const acceptInvitation = endpoint({
  method: 'POST',
  path: '/invitations/{token}',
  access: 'public',
  tag: 'invitations',
  summary: 'Accept an invitation',
  params: tokenParams,
  body: z.strictObject({
    name: line(120).optional(),
    password,
    locale: locale.optional(),
    timeZone: timeZone.optional(),
  }),
  response: signedIn,
})

export const getSetup = endpoint({
  method: 'GET',
  path: '/setup/{token}',
  access: 'public',
  tag: 'setup',
  summary: 'Whether the link of the first owner is still good',
  params: tokenParams,
})
export const setUp = endpoint({
  method: 'POST',
  path: '/setup/{token}',
  access: 'public',
  tag: 'setup',
  summary: 'Create the workspace and its owner',
  params: tokenParams,
  body: z.strictObject({
    workspaceName: line(120),
    country: countryCode,
    currency,
    timeZone,
    locale,
    name: line(120),
    email,
    password: newPassword,
  }),
  response: signedIn,
})

export const changeProfile = endpoint({
  method: 'PATCH',
  path: '/profile',
  access: 'session',
  tag: 'profile',
  summary: 'Change my name, job title, language and time zone',
  body: z.strictObject({
    name: line(120).optional(),
    jobTitle: line(120).nullish(),
    locale: locale.nullish(),
    timeZone: timeZone.nullish(),
  }),
  response: session,
})
