import type { NewMail } from '../../../platform/mail/outgoing-mail.ts'

export interface InvitationMail {
  to: string
  workspaceName: string
  inviter: string
  link: string
  days: number
}

export function invitationMail({ to, workspaceName, inviter, link, days }: InvitationMail): NewMail {
  return {
    to,
    subject: `${oneLine(inviter)} invites you to ${oneLine(workspaceName)} on Rapport`,
    text: `Hello,

${oneLine(inviter)} invites you to work with the customers of ${oneLine(workspaceName)} in Rapport. Accept here within ${days} days:

${link}

The link works once and is meant for you alone. If you do not know ${oneLine(inviter)}, ignore this mail.
`,
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
