import { defineMessages } from '../../../kernel/messages.ts'
import { defineMail } from '../../../platform/mail/define-mail.ts'

const words = defineMessages('consent.mails', {
  subject: '{company}: please confirm your subscription',
  text: `Hello,

Somebody gave this address so that {company} may write to it. If that was you, confirm it here within {days, plural, one {# day} other {# days}}:

{link}

If it was not, do nothing: without your confirmation nothing is sent to you.
`,
})

/** Nothing of what was sent to us stands in it: whoever typed the address may not be its owner. */
export const confirmationMail = defineMail(words, 'subject', 'text')
