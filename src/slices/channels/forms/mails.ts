import type { PageLanguage } from '../../../platform/http/page.ts'
import type { NewMail } from '../../../platform/mail/outgoing-mail.ts'

/** Says that something came in. Nothing of it stands in the mail: whoever typed the address may not be its owner. */
export function acknowledgementMail(to: string, company: string, language: PageLanguage): NewMail {
  const name = company.replace(/\s+/g, ' ').trim()
  return language === 'cs'
    ? {
        to,
        subject: `${name}: máme vaši zprávu`,
        text: `Dobrý den,

přes formulář na našem webu nám přišla zpráva s touto adresou. Ozveme se vám.

Pokud jste nám nepsali, nemusíte nic dělat.

${name}
`,
      }
    : {
        to,
        subject: `${name}: we have your message`,
        text: `Hello,

A message with this address came to us through the form on our site. We will get back to you.

If you did not write to us, you need not do anything.

${name}
`,
      }
}
