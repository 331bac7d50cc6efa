import type { PasswordReset } from '../../../platform/auth/auth.ts'
import type { NewMail } from '../../../platform/mail/outgoing-mail.ts'

export function passwordResetMail(origin: string, { token, user }: PasswordReset): NewMail {
  return {
    to: user.email,
    subject: 'Choose a new password for Rapport',
    text: `Hello ${user.name},

Choose a new password here within one hour:

${origin}/reset/${token}

Choosing it signs you out on all your devices. If you did not ask for this, ignore this mail; your password stays as it is.
`,
  }
}
