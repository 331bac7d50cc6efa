import { defineMessages } from '../../../kernel/messages.ts'
import { wordsFor } from '../../../platform/languages.ts'
import type { NewMail } from '../../../platform/mail/outgoing-mail.ts'

const words = defineMessages('merges.mails', {
  subject: '{company}: is this address yours?',
  text: `Hello,

{company} wants to link this address with your customer record. If you are in touch with us about it, confirm it within 24 hours here:

{url}

Or enter the code {code}.

If you know nothing of it, do nothing and tell the code to nobody: without your confirmation nothing is linked.
`,
})

interface ClaimMail {
  to: string
  company: string
  url: string
  code: string
  language: string
}

/** Nothing of the contact stands in it: whoever reads this address may be somebody else. */
export function claimMail({ to, company: name, url, code, language }: ClaimMail): NewMail {
  const t = wordsFor(words, language)
  const company = name.replace(/\s+/g, ' ').trim()
  return { to, subject: t('subject', { company }), text: t('text', { company, url, code }) }
}
