import { defineMessages } from '../../../kernel/messages.ts'
import { defineMail } from '../../../platform/mail/define-mail.ts'

const words = defineMessages('members.mails', {
  subject: '{inviter} invites you to {workspace} on Rapport',
  text: `Hello,

{inviter} invites you to work with the customers of {workspace} in Rapport. Accept here within {days, plural, one {# day} other {# days}}:

{link}

The link works once and is meant for you alone. If you do not know {inviter}, ignore this mail.
`,
})

export const invitationMail = defineMail(words, 'subject', 'text')
