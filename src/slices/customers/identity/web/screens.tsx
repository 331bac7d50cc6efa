import { IconArrowsJoin2 } from '@tabler/icons-react'
import { defineText } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const identityWeb: WebSlice = {
  screens: [
    { path: '/identity', load: () => import('./QueueScreen.tsx') },
    { path: '/identity/groups', load: () => import('./GroupsScreen.tsx') },
    { path: '/identity/decisions', load: () => import('./DecisionsScreen.tsx') },
    { path: '/identity/matching', load: () => import('./MatchingScreen.tsx') },
  ],
  places: [
    {
      label: defineText('identity.screens.identity', 'Identity'),
      href: '/identity',
      icon: IconArrowsJoin2,
      key: 'd',
      needs: 'identity:read',
    },
  ],
  panels: [
    { slot: 'record.now', of: ['contact'], order: 5, needs: 'identity:read', load: () => import('./MayBeSame.tsx') },
  ],
  rows: () => import('./rows.tsx'),
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
}
