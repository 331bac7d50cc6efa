import { IconHeartHandshake } from '@tabler/icons-react'
import { defineMessages, defineText } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const consentWeb: WebSlice = {
  screens: [{ path: '/settings/consent', load: () => import('./ConsentScreen.tsx') }],
  settings: [
    {
      label: defineText('consent.screens.consent', 'Consent'),
      href: '/settings/consent',
      icon: IconHeartHandshake,
      group: 'customers',
      order: 30,
      needs: 'consent:read',
    },
  ],
  panels: [
    { slot: 'record.now', of: ['contact'], order: 30, needs: 'consent:read', load: () => import('./ConsentPanel.tsx') },
  ],
  rows: () => import('./rows.tsx'),
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
  eventGroups: defineMessages('consent.event-groups', { consent: 'Consent' }),
}
