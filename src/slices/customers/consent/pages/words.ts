import { defineMessages } from '../../../../kernel/messages.ts'

export const pageWords = defineMessages('consent.pages', {
  notFound: 'This link does not work',
  notFoundText:
    'It may be incomplete, too old, or meant for an address that is no longer used. Open the newest mail and follow the link in it.',
  preferences: 'Your preferences',
  preferencesFor: 'What we may write to {address} about, and how. You can change it at any time.',
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
  confirm: 'Confirm your subscription',
  confirmFor: 'May we write to {address} about this?',
  confirmButton: 'Yes, confirm',
  confirmed: 'Thank you, it is confirmed',
  confirmedText: 'You can change your mind at any time.',
  unsubscribe: 'Unsubscribe',
  unsubscribeFrom: 'Do you want no more of “{name}” by e-mail?',
  unsubscribeAll: 'Do you want no more news from us by e-mail?',
  unsubscribeButton: 'Unsubscribe',
  unsubscribed: 'You are unsubscribed',
  unsubscribedText: 'It takes effect at once.',
  toPreferences: 'Choose what to receive',
})

export const channelWords = defineMessages('consent.channel', {
  email: 'E-mail',
  phone: 'Phone call',
  sms: 'Text message',
  whatsapp: 'WhatsApp',
  post: 'Post',
  web: 'Website',
})
