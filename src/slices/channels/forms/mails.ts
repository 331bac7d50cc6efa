import { defineMessages } from '../../../kernel/messages.ts'
import { defineMail } from '../../../platform/mail/define-mail.ts'

const words = defineMessages('forms.mails', {
  subject: '{company}: we have your message',
  text: `Hello,

A message with this address came to us through the form on our site. We will get back to you.

If you did not write to us, you need not do anything.

{company}
`,
})

/** Says that something came in. Nothing of it stands in the mail: whoever typed the address may not be its owner. */
export const acknowledgementMail = defineMail(words, 'subject', 'text')
