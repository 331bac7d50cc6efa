import type { PageLanguage } from '../../../../platform/http/page.ts'
import type { Channel } from '../consent.ts'

export const channelNames: Record<PageLanguage, Record<Channel, string>> = {
  en: { email: 'E-mail', phone: 'Phone call', sms: 'Text message', whatsapp: 'WhatsApp', post: 'Post', web: 'Website' },
  cs: { email: 'E-mail', phone: 'Telefonát', sms: 'SMS', whatsapp: 'WhatsApp', post: 'Pošta', web: 'Web' },
}

const en = {
  notFound: 'This link does not work',
  notFoundText:
    'It may be incomplete, too old, or meant for an address that is no longer used. Open the newest mail and follow the link in it.',
  preferences: 'Your preferences',
  preferencesFor: (address: string) => `What we may write to ${address} about, and how. You can change it at any time.`,
  save: 'Save preferences',
  stopAll: 'Stop everything',
  stopAllText: 'We then write to you only about what you ordered or asked for.',
  saved: 'Your preferences are saved.',
  stopped: 'Done. We will not send you any of this again.',
  mailed: 'We sent you a mail. Please confirm in it what you switched on.',
  mailedAlready: 'We sent you a mail a while ago. Please confirm in it what you switched on, or try again later.',
  refused: 'What you switched on could not be saved for this address. Please ask us.',
  waiting: 'waiting for your confirmation',
  yourData: 'Ask for your data or its erasure',
  otherLanguage: 'Česky',
  confirm: 'Confirm your subscription',
  confirmFor: (address: string) => `May we write to ${address} about this?`,
  confirmButton: 'Yes, confirm',
  confirmed: 'Thank you, it is confirmed',
  confirmedText: 'You can change your mind at any time.',
  unsubscribe: 'Unsubscribe',
  unsubscribeFrom: (name: string) => `Do you want no more of “${name}” by e-mail?`,
  unsubscribeAll: 'Do you want no more news from us by e-mail?',
  unsubscribeButton: 'Unsubscribe',
  unsubscribed: 'You are unsubscribed',
  unsubscribedText: 'It takes effect at once.',
  toPreferences: 'Choose what to receive',
}
export type Words = typeof en

export const pageWords: Record<PageLanguage, Words> = {
  en,
  cs: {
    notFound: 'Tento odkaz nefunguje',
    notFoundText:
      'Možná není celý, je příliš starý nebo patří k adrese, která se už nepoužívá. Otevřete nejnovější zprávu a použijte odkaz z ní.',
    preferences: 'Vaše předvolby',
    preferencesFor: address => `O čem a jak smíme psát na ${address}. Změnit to můžete kdykoli.`,
    save: 'Uložit předvolby',
    stopAll: 'Zastavit vše',
    stopAllText: 'Potom vám napíšeme jen o tom, co jste objednali nebo na co jste se ptali.',
    saved: 'Vaše předvolby jsou uložené.',
    stopped: 'Hotovo. Nic z toho vám už nepošleme.',
    mailed: 'Poslali jsme vám zprávu. Potvrďte v ní prosím, co jste zapnuli.',
    mailedAlready:
      'Zprávu jsme vám poslali před chvílí. Potvrďte v ní prosím, co jste zapnuli, nebo to zkuste později.',
    refused: 'Co jste zapnuli, se pro tuto adresu nepodařilo uložit. Napište nám prosím.',
    waiting: 'čeká na vaše potvrzení',
    yourData: 'Požádat o své údaje nebo jejich výmaz',
    otherLanguage: 'English',
    confirm: 'Potvrzení odběru',
    confirmFor: address => `Smíme o tomto psát na ${address}?`,
    confirmButton: 'Ano, potvrdit',
    confirmed: 'Děkujeme, je potvrzeno',
    confirmedText: 'Rozhodnutí můžete kdykoli změnit.',
    unsubscribe: 'Odhlášení',
    unsubscribeFrom: name => `Nechcete už dostávat „${name}“ e-mailem?`,
    unsubscribeAll: 'Nechcete už od nás dostávat novinky e-mailem?',
    unsubscribeButton: 'Odhlásit',
    unsubscribed: 'Jste odhlášeni',
    unsubscribedText: 'Platí to okamžitě.',
    toPreferences: 'Vybrat, co dostávat',
  },
}

/** A text in the language of the page, else in English. */
export function inLanguage(text: Record<string, string>, language: PageLanguage): string {
  return text[language] || text['en'] || ''
}
