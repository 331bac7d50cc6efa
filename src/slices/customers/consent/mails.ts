import { defineMessages } from '../../../kernel/messages.ts'
import { wordsFor } from '../../../platform/languages.ts'
import type { NewMail } from '../../../platform/mail/outgoing-mail.ts'
import { requestDays } from './consent.ts'

const words = defineMessages('consent.mails', {
  subject: '{company}: please confirm your subscription',
  text: `Hello,

Somebody gave this address so that {company} may write to it. If that was you, confirm it here within {days, plural, one {# day} other {# days}}:

{link}

If it was not, do nothing: without your confirmation nothing is sent to you.
`,
})

export interface ConfirmationMail {
  to: string
  company: string
  link: string
  language: string
}

/** Nothing of what was sent to us stands in it: whoever typed the address may not be its owner. */
export function confirmationMail({ to, company: name, link, language }: ConfirmationMail): NewMail {
  const t = wordsFor(words, language)
  const company = name.replace(/\s+/g, ' ').trim()
  return { to, subject: t('subject', { company }), text: t('text', { company, link, days: requestDays }) }
}
