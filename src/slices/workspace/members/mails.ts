import { defineMessages } from '../../../kernel/messages.ts'
import { wordsFor } from '../../../platform/languages.ts'
import type { NewMail } from '../../../platform/mail/outgoing-mail.ts'

const words = defineMessages('members.mails', {
  subject: '{inviter} invites you to {workspace} on Rapport',
  text: `Hello,

{inviter} invites you to work with the customers of {workspace} in Rapport. Accept here within {days, plural, one {# day} other {# days}}:

{link}

The link works once and is meant for you alone. If you do not know {inviter}, ignore this mail.
`,
})

interface InvitationMail {
  to: string
  workspaceName: string
  inviter: string
  link: string
  days: number
  language: string
}

export function invitationMail({ to, workspaceName, inviter: name, link, days, language }: InvitationMail): NewMail {
  const t = wordsFor(words, language)
  const inviter = oneLine(name)
  const workspace = oneLine(workspaceName)
  return { to, subject: t('subject', { inviter, workspace }), text: t('text', { inviter, workspace, link, days }) }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
