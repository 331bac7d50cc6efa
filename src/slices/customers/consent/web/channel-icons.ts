import {
  IconBrandWhatsapp,
  IconMail,
  IconMailbox,
  IconMessage,
  IconPhone,
  IconWorld,
  type Icon,
} from '@tabler/icons-react'
import type { Channel } from '../schema.ts'

export const channelIcons: Record<Channel, Icon> = {
  email: IconMail,
  phone: IconPhone,
  sms: IconMessage,
  whatsapp: IconBrandWhatsapp,
  post: IconMailbox,
  web: IconWorld,
}
