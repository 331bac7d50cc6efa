import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { emailAddress, languageTag, lineOf } from '../../../kernel/input.ts'
import { defineMessages, refusal } from '../../../kernel/messages.ts'
import { itemsOf } from '../../../kernel/page.ts'
import { recordRules, roles } from '../../../kernel/permissions.ts'
import { timeZone } from '../../../kernel/time.ts'
import { member, memberPatch } from '../members/schema.ts'
import { settings, workspaceSettings } from '../settings/schema.ts'

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

export const session = z.object({
  /** Null for an API key. */
  user: z.object({ id, email: z.string(), isTwoFactorOn: z.boolean() }).nullable(),
  /** Their language and time zone are null where they are the workspace's. */
  member: member
    .omit({ hasAccount: true, isTwoFactorOn: true, createdAt: true, removedAt: true })
    .extend({ locale: z.string().nullable(), timeZone: z.string().nullable() }),
  permissions: z.array(z.string()),
  recordRule: z.enum(recordRules),
  workspace: workspaceSettings.omit({ createdAt: true }),
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

const sessions = endpointsOf('sessions', 'session')
const passwords = endpointsOf('passwords', 'session')
const twoFactor = endpointsOf('two-factor', 'session')
const passkeys = endpointsOf('passkeys', 'session')
const invitations = endpointsOf('invitations', 'public')
const setup = endpointsOf('setup', 'public')
const profile = endpointsOf('profile', 'session')

export const signIn = sessions.post('/sessions', 'Sign in with e-mail and password', {
  access: 'public',
  body: z.strictObject({ email, password }),
  response: signedIn,
})
export const signInSecondFactor = sessions.post(
  '/sessions/two-factor',
  'Finish signing in with a code of the authenticator app or a backup code',
  { access: 'public', body: z.strictObject({ code: z.string().trim().min(6).max(40) }) },
)
export const startPasskeySignIn = sessions.post('/sessions/passkey-options', 'Options for signing in with a passkey', {
  access: 'public',
  response: ceremony,
})
export const signInPasskey = sessions.post('/sessions/passkey', 'Sign in with a passkey', {
  access: 'public',
  body: z.strictObject({ response: ceremony }),
})
export const getSession = sessions.get('/session', 'Who am I, where, and what may I do', {
  access: 'workspace',
  response: session,
})
export const signOut = sessions.remove('/session', 'Sign out')
export const changeWorkspace = sessions.put('/session/workspace', 'Work in another of my workspaces', {
  body: z.strictObject({ workspaceId: id }),
})
export const listSessions = sessions.get('/sessions', 'List the devices I am signed in on', {
  response: itemsOf(device),
})
export const endSession = sessions.remove('/sessions/{id}', 'Sign out one device')
export const endOtherSessions = sessions.remove('/sessions', 'Sign out all other devices', {
  response: z.object({ count: z.int() }),
})

export const requestPasswordReset = passwords.post('/password-resets', 'Ask for a mail with a link to a new password', {
  access: 'public',
  body: z.strictObject({ email }),
  status: 202,
})
export const resetPassword = passwords.put(
  '/password-resets/{token}',
  'Set a new password with the link from the mail',
  { access: 'public', params: tokenParams, body: z.strictObject({ password: newPassword }) },
)
export const changePassword = passwords.put('/password', 'Change my password and sign out all other devices', {
  holdsSecret: true,
  body: z.strictObject({ password, newPassword }),
})

export const getTwoFactor = twoFactor.get('/two-factor', 'Whether my second factor is on', {
  response: z.object({ isOn: z.boolean(), backupCodesLeft: z.int() }),
})
export const startTwoFactor = twoFactor.post(
  '/two-factor',
  'Get a secret for the authenticator app, and backup codes; on after its confirmation',
  {
    holdsSecret: true,
    body: z.strictObject({ password }),
    response: z.object({ uri: z.string(), secret: z.string(), backupCodes: z.array(z.string()) }),
  },
)
export const confirmTwoFactor = twoFactor.put(
  '/two-factor/confirmation',
  'Turn the second factor on with a first code',
  {
    holdsSecret: true,
    body: z.strictObject({
      code: z
        .string()
        .trim()
        .regex(/^\d{6}$/, refusal(words, 'sixDigits')),
    }),
  },
)
export const renewBackupCodes = twoFactor.post('/two-factor/backup-codes', 'Replace my backup codes', {
  holdsSecret: true,
  body: z.strictObject({ password }),
  response: z.object({ backupCodes: z.array(z.string()) }),
})
export const stopTwoFactor = twoFactor.post('/two-factor/removal', 'Turn the second factor off', {
  holdsSecret: true,
  body: z.strictObject({ password }),
})

export const listPasskeys = passkeys.get('/passkeys', 'List my passkeys', { response: itemsOf(passkey) })
export const startPasskey = passkeys.post('/passkeys/options', 'Options for a new passkey', {
  holdsSecret: true,
  body: z.strictObject({ password }),
  response: ceremony,
})
export const addPasskey = passkeys.create('/passkeys', 'Add a passkey', {
  body: z.strictObject({ name: line(100), response: ceremony }),
  response: passkey,
})
export const renamePasskey = passkeys.patch('/passkeys/{id}', 'Rename a passkey', {
  body: z.strictObject({ name: line(100) }),
  response: passkey,
})
export const removePasskey = passkeys.remove('/passkeys/{id}', 'Remove a passkey')

export const getInvitation = invitations.get('/invitations/{token}', 'What an invitation invites to', {
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
const acceptance = z.strictObject({
  name: line(120).optional(),
  password,
  locale: locale.optional(),
  timeZone: timeZone.optional(),
})
export type Acceptance = z.output<typeof acceptance>
export const acceptInvitation = invitations.post('/invitations/{token}', 'Accept an invitation', {
  params: tokenParams,
  body: acceptance,
  response: signedIn,
})

const setupInput = z.strictObject({
  workspaceName: line(120),
  ...settings,
  name: line(120),
  email,
  password: newPassword,
})
export type SetupInput = z.output<typeof setupInput>
export const getSetup = setup.get('/setup/{token}', 'Whether the link of the first owner is still good', {
  params: tokenParams,
})
export const setUp = setup.post('/setup/{token}', 'Create the workspace and its owner', {
  params: tokenParams,
  body: setupInput,
  response: signedIn,
})

const profilePatch = memberPatch
  .omit({ teamIds: true })
  .extend({ locale: locale.nullish(), timeZone: timeZone.nullish() })
export type ProfilePatch = z.output<typeof profilePatch>
export const changeProfile = profile.patch('/profile', 'Change my name, job title, language and time zone', {
  body: profilePatch,
  response: session,
})
