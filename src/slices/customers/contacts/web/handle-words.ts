import {
  IconBrandBluesky,
  IconBrandFacebook,
  IconBrandGithub,
  IconBrandInstagram,
  IconBrandLinkedin,
  IconBrandMastodon,
  IconBrandTelegram,
  IconBrandWhatsapp,
  IconBrandX,
  IconDeviceMobile,
  IconId,
  IconLink,
  IconMail,
  IconPhone,
  IconWorld,
} from '@tabler/icons-react'
import { profileAddress } from '../policy.ts'
import type { HandleKind } from '../schema.ts'

export const handleIcons: Record<HandleKind, typeof IconMail> = {
  email: IconMail,
  phone: IconPhone,
  whatsapp: IconBrandWhatsapp,
  telegram: IconBrandTelegram,
  x: IconBrandX,
  instagram: IconBrandInstagram,
  facebook: IconBrandFacebook,
  linkedin: IconBrandLinkedin,
  mastodon: IconBrandMastodon,
  bluesky: IconBrandBluesky,
  github: IconBrandGithub,
  website: IconWorld,
  'loyalty-card': IconId,
  device: IconDeviceMobile,
  external: IconLink,
}

const others: Partial<Record<HandleKind, (normal: string) => string>> = {
  email: normal => `mailto:${normal}`,
  phone: normal => `tel:${normal}`,
  whatsapp: normal => `https://wa.me/${normal.replace('+', '')}`,
  mastodon: normal => `https://${normal.split('@')[1]}/@${normal.split('@')[0]}`,
}

/** Where a handle leads: a mail, a call, a profile. */
export function handleLink(kind: HandleKind, normal: string): string | undefined {
  return others[kind]?.(normal) ?? profileAddress(kind, normal)
}
