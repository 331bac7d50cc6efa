import { defineMessages } from '../../../kernel/messages.ts'
import { dayIn } from '../../../kernel/time.ts'
import type { WorkspaceSettings } from '../../../platform/context.ts'
import { wordsFor } from '../../../platform/languages.ts'
import type { NewMail } from '../../../platform/mail/outgoing-mail.ts'

const words = defineMessages('privacy.mails', {
  handoverSubject: 'Your data at {company}',
  handover: `Hello,

you can download the data that {company} holds about you here:

{url}

The link is good until {day}. Whoever has it can open your data: do not pass it on.
`,
  requestSubject: 'Confirm your request at {company}',
  request: `Hello,

somebody, probably you, asked {company} {kind, select, access {for a copy of the data held about this address} other {to erase the data held about this address}}. Confirm it here:

{url}

The link is good for two days. If you did not ask for anything, do nothing: without a confirmation nothing happens.
`,
})

export function handoverMail(
  { name: company, timeZone }: WorkspaceSettings,
  language: string,
  to: string,
  url: string,
  until: Date,
): NewMail {
  const t = wordsFor(words, language)
  const day = { day: dayIn(until, timeZone) }
  return { to, subject: t('handoverSubject', { company }), text: t('handover', { company, url, day }) }
}

export function confirmRequestMail(
  { name: company }: WorkspaceSettings,
  language: string,
  to: string,
  kind: 'access' | 'erasure',
  url: string,
): NewMail {
  const t = wordsFor(words, language)
  return { to, subject: t('requestSubject', { company }), text: t('request', { company, kind, url }) }
}
