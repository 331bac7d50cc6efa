import { defineMessages } from '../../../kernel/messages.ts'
import { defineMail } from '../../../platform/mail/define-mail.ts'

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

export const handoverMail = defineMail(words, 'handoverSubject', 'handover')
export const confirmRequestMail = defineMail(words, 'requestSubject', 'request')
