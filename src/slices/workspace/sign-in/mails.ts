import { defineMessages } from '../../../kernel/messages.ts'
import type { PasswordReset } from '../../../platform/auth/auth.ts'
import { wordsFor } from '../../../platform/languages.ts'
import type { NewMail } from '../../../platform/mail/outgoing-mail.ts'

const words = defineMessages('sign-in.mails', {
  subject: 'Choose a new password for Rapport',
  text: `Hello {name},

Choose a new password here within one hour:

{link}

Choosing it signs you out on all your devices. If you did not ask for this, ignore this mail; your password stays as it is.
`,
})

export function passwordResetMail(origin: string, { token, user }: PasswordReset, language: string): NewMail {
  const t = wordsFor(words, language)
  const link = `${origin}/reset/${token}`
  return { to: user.email, subject: t('subject'), text: t('text', { name: user.name, link }) }
}
