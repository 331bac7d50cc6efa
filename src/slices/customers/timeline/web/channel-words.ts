import { defineMessages, hasKey } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { spoken } from '../../../../ui/screen/event-groups.ts'

const messages = defineMessages('timeline.channel', {
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
  manual: 'By hand',
  sms: 'SMS',
  social: 'Social networks',
})

/** The name of a channel as people say it; one we have no word for is shown as it is. */
export function useChannelWords(): (channel: string) => string {
  const t = useMessages(messages)
  return channel => (hasKey(messages, channel) ? t(channel) : spoken(channel))
}
