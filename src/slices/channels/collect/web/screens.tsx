import { IconWorldUpload } from '@tabler/icons-react'
import { defineMessages, defineText } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const collectWeb: WebSlice = {
  screens: [
    { path: '/settings/sources', load: () => import('./SourcesScreen.tsx') },
    { path: '/settings/sources/$id', load: () => import('./SourceScreen.tsx') },
  ],
  settings: [
    {
      label: defineText('collect.screens.sources', 'Sources'),
      href: '/settings/sources',
      icon: IconWorldUpload,
      group: 'system',
      order: 10,
      needs: 'collect:read',
    },
  ],
  rows: () => import('./rows.tsx'),
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
  eventGroups: defineMessages('collect.event-groups', { product: 'Site and product' }),
}
