import {
  IconBrandWhatsapp,
  IconMail,
  IconMailbox,
  IconMessage,
  IconPhone,
  IconWorld,
  type Icon,
} from '@tabler/icons-react'
import { defineMessages } from '../../../../ui/i18n/i18n.tsx'
import type { Channel } from '../schema.ts'

export const channelIcons: Record<Channel, Icon> = {
  email: IconMail,
  phone: IconPhone,
  sms: IconMessage,
  whatsapp: IconBrandWhatsapp,
  post: IconMailbox,
  web: IconWorld,
}

export const consentWords = defineMessages({
  en: {
    email: 'E-mail',
    phone: 'Phone call',
    sms: 'Text message',
    whatsapp: 'WhatsApp',
    post: 'Post',
    web: 'Website',
    all: 'Every channel',
    granted: 'Agreed',
    withdrawn: 'Withdrawn',
    requested: 'Waiting for confirmation',
    unsaid: 'Nothing said',
    'how.form': 'by form',
    'how.double-opt-in': 'confirmed by mail',
    'how.preference-centre': 'in the preference centre',
    'how.unsubscribe-link': 'by the unsubscribe link',
    'how.site': 'on the site',
    'how.import': 'by import',
    'how.api': 'through the API',
    'how.staff': 'by staff',
    unsubscribed: 'unsubscribed',
    complaint: 'marked as spam',
    bounce: 'address does not exist',
    erased: 'erased',
    manual: 'by your company',
  },
  cs: {
    email: 'E-mail',
    phone: 'Telefonát',
    sms: 'SMS',
    whatsapp: 'WhatsApp',
    post: 'Pošta',
    web: 'Web',
    all: 'Všechny kanály',
    granted: 'Souhlasí',
    withdrawn: 'Odvoláno',
    requested: 'Čeká na potvrzení',
    unsaid: 'Nic neřečeno',
    'how.form': 'formulářem',
    'how.double-opt-in': 'potvrzeno e-mailem',
    'how.preference-centre': 'v předvolbách',
    'how.unsubscribe-link': 'odhlašovacím odkazem',
    'how.site': 'na webu',
    'how.import': 'importem',
    'how.api': 'přes API',
    'how.staff': 'zaměstnancem',
    unsubscribed: 'odhlášeno',
    complaint: 'označeno jako spam',
    bounce: 'adresa neexistuje',
    erased: 'vymazáno',
    manual: 'vaší firmou',
  },
})

/** In the reader's language, else in English. */
export function wordIn(words: Readonly<Record<string, string>>, locale: string): string {
  return words[locale.slice(0, 2)] || words['en'] || ''
}
