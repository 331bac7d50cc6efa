import { defineMessages } from '../../../kernel/messages.ts'
import { defineMail } from '../../../platform/mail/define-mail.ts'

const words = defineMessages('merges.mails', {
  subject: '{company}: is this address yours?',
  text: `Hello,

{company} wants to link this address with your customer record. If you are in touch with us about it, confirm it within 24 hours here:

{url}

Or enter the code {code}.

If you know nothing of it, do nothing and tell the code to nobody: without your confirmation nothing is linked.
`,
})

/** Nothing of the contact stands in it: whoever reads this address may be somebody else. */
export const claimMail = defineMail(words, 'subject', 'text')
