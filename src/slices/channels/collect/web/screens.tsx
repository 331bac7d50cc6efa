import { defineMessages } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const collectWeb: WebSlice = {
  screens: [
    { path: '/settings/sources', load: () => import('./SourcesScreen.tsx') },
    { path: '/settings/sources/$id', load: () => import('./SourceScreen.tsx') },
  ],
  rows: () => import('./rows.tsx'),
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
  eventGroups: defineMessages('collect.event-groups', { product: 'Site and product' }),
}
