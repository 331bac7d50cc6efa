import { defineMessages, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { spoken } from './kind-groups.ts'

const messages = defineMessages({
  en: {
    email: 'E-mail',
    web: 'Web',
    app: 'App',
    product: 'Product',
    shop: 'Shop',
    store: 'Store',
    phone: 'Phone',
    chat: 'Chat',
    form: 'Form',
    import: 'Import',
    api: 'API',
    sms: 'SMS',
    social: 'Social networks',
  },
  cs: {
    email: 'E-mail',
    web: 'Web',
    app: 'Aplikace',
    product: 'Produkt',
    shop: 'E-shop',
    store: 'Prodejna',
    phone: 'Telefon',
    chat: 'Chat',
    form: 'Formulář',
    import: 'Import',
    api: 'API',
    sms: 'SMS',
    social: 'Sociální sítě',
  },
})

/** The name of a channel as people say it; one we have no word for is shown as it is. */
export function useChannelWords(): (channel: string) => string {
  const t = useMessages(messages)
  return channel => (channel in messages.en ? t(channel as keyof (typeof messages)['en']) : spoken(channel))
}
