import {
  IconBrandWhatsapp,
  IconMail,
  IconMailbox,
  IconMessage,
  IconPhone,
  IconWorld,
  type Icon,
} from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import type { Channel } from '../schema.ts'

export const channelIcons: Record<Channel, Icon> = {
  email: IconMail,
  phone: IconPhone,
  sms: IconMessage,
  whatsapp: IconBrandWhatsapp,
  post: IconMailbox,
  web: IconWorld,
}

export const consentWords = defineMessages('consent.consent', {
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
})
