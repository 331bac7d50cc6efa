import type { PageLanguage } from '../../../../platform/http/page.ts'

const en = {
  title: 'Is this address yours?',
  text: (address: string, company: string) =>
    `${company} wants to link ${address} with your customer record, so that all you have with us is found in one place.`,
  button: 'Yes, it is mine',
  codeText: (address: string) => `We sent a code of six figures to ${address}. Enter it here.`,
  code: 'Code',
  codeButton: 'Confirm address',
  wrong: 'This is not the code we sent. Check the mail and try again.',
  done: 'Thank you, the address is linked',
  doneText: 'You can close this page.',
  gone: 'This link does not work',
  goneText: 'It may be incomplete, used already, or older than a day. Ask us for a new one.',
  tooMany: 'Too many tries',
  tooManyText: 'The code was entered wrongly too often. Ask us for a new one.',
}
export type Words = typeof en

export const pageWords: Record<PageLanguage, Words> = {
  en,
  cs: {
    title: 'Patří tato adresa vám?',
    text: (address, company) =>
      `${company} chce spojit ${address} s vaším zákaznickým záznamem, aby vše, co u nás máte, bylo na jednom místě.`,
    button: 'Ano, je moje',
    codeText: address => `Na ${address} jsme poslali kód ze šesti číslic. Zadejte ho zde.`,
    code: 'Kód',
    codeButton: 'Potvrdit adresu',
    wrong: 'Tento kód jsme neposlali. Podívejte se do zprávy a zkuste to znovu.',
    done: 'Děkujeme, adresa je spojená',
    doneText: 'Stránku můžete zavřít.',
    gone: 'Tento odkaz nefunguje',
    goneText: 'Možná není celý, už byl použit nebo je starší než den. Řekněte si o nový.',
    tooMany: 'Příliš mnoho pokusů',
    tooManyText: 'Kód byl zadán špatně příliš často. Řekněte si o nový.',
  },
}
