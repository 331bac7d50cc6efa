import type { PageLanguage } from '../../../platform/http/page.ts'
import type { NewMail } from '../../../platform/mail/outgoing-mail.ts'
import { requestDays } from './consent.ts'

export interface ConfirmationMail {
  to: string
  company: string
  link: string
  language: PageLanguage
}

/** Nothing of what was sent to us stands in it: whoever typed the address may not be its owner. */
export function confirmationMail({ to, company, link, language }: ConfirmationMail): NewMail {
  const name = company.replace(/\s+/g, ' ').trim()
  return language === 'cs'
    ? {
        to,
        subject: `${name}: potvrďte prosím svůj odběr`,
        text: `Dobrý den,

někdo zadal tuto adresu, aby na ni ${name} posílal(a) zprávy. Pokud jste to byli vy, potvrďte to do ${requestDays} dnů zde:

${link}

Pokud ne, nic nedělejte: bez potvrzení vám nic posílat nebudeme.
`,
      }
    : {
        to,
        subject: `${name}: please confirm your subscription`,
        text: `Hello,

Somebody gave this address so that ${name} may write to it. If that was you, confirm it here within ${requestDays} days:

${link}

If it was not, do nothing: without your confirmation nothing is sent to you.
`,
      }
}
