import { IconGavel, IconHourglass, IconShieldLock } from '@tabler/icons-react'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

const words = defineMessages('privacy.screens', {
  requests: 'Requests',
  retention: 'Retention',
  legalHolds: 'Legal holds',
})

export const privacyWeb: WebSlice = {
  screens: [
    { path: '/settings/privacy/requests', load: () => import('./RequestsScreen.tsx') },
    { path: '/settings/privacy/requests/$id', load: () => import('./RequestScreen.tsx') },
    { path: '/settings/privacy/retention', load: () => import('./RetentionScreen.tsx') },
    { path: '/settings/privacy/holds', load: () => import('./HoldsScreen.tsx') },
    { path: '/contacts/$id/privacy', load: () => import('./ContactPrivacyScreen.tsx') },
  ],
  settings: [
    {
      label: say(words, 'requests'),
      href: '/settings/privacy/requests',
      icon: IconShieldLock,
      group: 'privacy',
      order: 10,
      needs: 'privacy:read',
    },
    {
      label: say(words, 'retention'),
      href: '/settings/privacy/retention',
      icon: IconHourglass,
      group: 'privacy',
      order: 20,
      needs: 'privacy:read',
    },
    {
      label: say(words, 'legalHolds'),
      href: '/settings/privacy/holds',
      icon: IconGavel,
      group: 'privacy',
      order: 30,
      needs: 'privacy:read',
    },
  ],
  rows: () => import('./rows.tsx'),
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
  live: { privacy: ['import'] },
}
