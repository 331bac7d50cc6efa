import type { PageLanguage } from '../../../../platform/http/page.ts'
import type { FieldFault } from '../form.ts'

const en = {
  closed: 'This form is closed',
  closedText: 'Nothing can be sent through it at the moment.',
  notFound: 'There is no such form',
  notFoundText: 'The address may be incomplete, or the form is no longer used.',
  thanks: 'Thank you',
  checkMail: 'Please look into your mail and confirm there what you agreed to.',
  required: 'required',
  optional: 'optional',
  choose: 'Choose…',
  faults: {
    required: 'Please fill this in.',
    email: 'This is not an e-mail address.',
    phone: 'This is not a phone number.',
    choice: 'Choose one of the options.',
    'too-long': 'This is too long, or has a line break.',
  } satisfies Record<FieldFault, string>,
  notSent: 'Nothing was sent yet. Please look at what is marked.',
  again: 'That was too quick for us. Please send it again.',
  expired: 'The page was open for long. Please send it again.',
  tooMany: 'Too much was sent from here. Please try again in an hour.',
  trap: 'Leave this empty',
  otherLanguage: 'Česky',
}
export type Words = typeof en

export const pageWords: Record<PageLanguage, Words> = {
  en,
  cs: {
    closed: 'Tento formulář je uzavřený',
    closedText: 'Teď se přes něj nedá nic odeslat.',
    notFound: 'Takový formulář tu není',
    notFoundText: 'Adresa možná není celá, nebo se formulář už nepoužívá.',
    thanks: 'Děkujeme',
    checkMail: 'Podívejte se prosím do pošty a potvrďte tam, s čím jste souhlasili.',
    required: 'povinné',
    optional: 'nepovinné',
    choose: 'Vyberte…',
    faults: {
      required: 'Vyplňte prosím.',
      email: 'To není e-mailová adresa.',
      phone: 'To není telefonní číslo.',
      choice: 'Vyberte jednu z možností.',
      'too-long': 'Je to příliš dlouhé, nebo je v tom konec řádku.',
    },
    notSent: 'Zatím se nic neodeslalo. Podívejte se prosím na označená místa.',
    again: 'To bylo příliš rychlé. Odešlete to prosím znovu.',
    expired: 'Stránka byla otevřená dlouho. Odešlete to prosím znovu.',
    tooMany: 'Odsud toho přišlo příliš mnoho. Zkuste to prosím za hodinu.',
    trap: 'Nechte prázdné',
    otherLanguage: 'English',
  },
}
