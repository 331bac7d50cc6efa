import type { Channel } from './consent.ts'

/** What a new workspace asks for, until it says otherwise. */
export const defaultPurposes: {
  key: string
  name: Record<string, string>
  channels: Channel[]
  text: Record<string, string>
}[] = [
  {
    key: 'newsletter',
    name: { en: 'Newsletter', cs: 'Newsletter' },
    channels: ['email', 'sms', 'whatsapp', 'phone', 'post'],
    text: {
      en: 'Send me news and offers. I can change my mind at any time.',
      cs: 'Posílejte mi novinky a nabídky. Svůj souhlas mohu kdykoli změnit.',
    },
  },
  {
    key: 'product-news',
    name: { en: 'Product news', cs: 'Zprávy o výrobcích' },
    channels: ['email', 'sms', 'whatsapp'],
    text: {
      en: 'Tell me what is new about the products that I have.',
      cs: 'Dávejte mi vědět, co je nového u výrobků, které mám.',
    },
  },
  {
    key: 'surveys',
    name: { en: 'Surveys', cs: 'Průzkumy' },
    channels: ['email', 'sms', 'phone'],
    text: {
      en: 'Ask me now and then how satisfied I am.',
      cs: 'Zeptejte se mě občas, jak jsem spokojen(a).',
    },
  },
  {
    key: 'profiling',
    name: { en: 'Personal content', cs: 'Obsah na míru' },
    channels: ['web', 'email'],
    text: {
      en: 'Use what I do on your site and with your messages to show me what suits me.',
      cs: 'Podle toho, co dělám na vašem webu a s vašimi zprávami, mi ukazujte, co se mi hodí.',
    },
  },
]
