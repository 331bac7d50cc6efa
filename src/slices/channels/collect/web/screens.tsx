import { defineMessages } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'
import { identifyEvents, pageEvents, productEvents, screenEvents, sourceEvents } from '../events.ts'

export const collectWeb: WebSlice = {
  screens: [
    { path: '/settings/sources', load: () => import('./SourcesScreen.tsx') },
    { path: '/settings/sources/$id', load: () => import('./SourceScreen.tsx') },
  ],
  rows: () => import('./rows.tsx'),
  adminWords: () => import('./admin-words.ts'),
  events: [identifyEvents, pageEvents, productEvents, screenEvents, sourceEvents],
  eventGroups: defineMessages('collect.event-groups', { product: 'Site and product' }),
}
