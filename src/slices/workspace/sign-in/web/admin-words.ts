import { defineMessages } from '../../../../kernel/messages.ts'

export const actionWords = defineMessages('sign-in.action', {
  'member.backup-codes-renewed': 'Renewed backup codes',
  'member.joined': 'Joined the workspace',
  'member.passkey-added': 'Added a passkey',
  'member.passkey-removed': 'Removed a passkey',
  'member.password-changed': 'Changed the password',
  'member.password-reset': 'Reset the password by mail',
  'member.session-ended': 'Signed out a device',
  'member.sign-in-failed': 'Failed to sign in',
  'member.signed-in': 'Signed in',
  'member.signed-out': 'Signed out',
  'member.two-factor-off': 'Turned the second factor off',
  'member.two-factor-on': 'Turned the second factor on',
  'workspace.created': 'Created the workspace',
})

export const detailWords = defineMessages('sign-in.detail', { method: 'By' })

const methods = defineMessages('sign-in.method', {
  password: 'Password',
  'two-factor': 'Second factor',
  'backup-code': 'Backup code',
  passkey: 'Passkey',
  invitation: 'Invitation',
  setup: 'Setting up the workspace',
})

export const detailValues = { method: methods }
