import { defineMessages } from '../../../kernel/messages.ts'
import { defineMail } from '../../../platform/mail/define-mail.ts'

const words = defineMessages('sign-in.mails', {
  subject: 'Choose a new password for Rapport',
  text: `Hello {name},

Choose a new password here within one hour:

{link}

Choosing it signs you out on all your devices. If you did not ask for this, ignore this mail; your password stays as it is.
`,
})

export const passwordResetMail = defineMail(words, 'subject', 'text')
