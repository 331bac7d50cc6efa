import type { PageLanguage } from '../../../platform/http/page.ts'
import type { NewMail } from '../../../platform/mail/outgoing-mail.ts'

interface ClaimMail {
  to: string
  company: string
  url: string
  code: string
  language: PageLanguage
}

/** Nothing of the contact stands in it: whoever reads this address may be somebody else. */
export function claimMail({ to, company, url, code, language }: ClaimMail): NewMail {
  const name = company.replace(/\s+/g, ' ').trim()
  return language === 'cs'
    ? {
        to,
        subject: `${name}: patří tato adresa vám?`,
        text: `Dobrý den,

${name} chce tuto adresu spojit s vaším zákaznickým záznamem. Pokud s námi o tom právě mluvíte, potvrďte to do 24 hodin zde:

${url}

Nebo nadiktujte či zadejte kód ${code}.

Pokud o tom nic nevíte, nic nedělejte a kód nikomu nesdělujte: bez potvrzení se nic nespojí.
`,
      }
    : {
        to,
        subject: `${name}: is this address yours?`,
        text: `Hello,

${name} wants to link this address with your customer record. If you are in touch with us about it, confirm it within 24 hours here:

${url}

Or enter the code ${code}.

If you know nothing of it, do nothing and tell the code to nobody: without your confirmation nothing is linked.
`,
      }
}
