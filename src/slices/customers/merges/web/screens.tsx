import { IconArrowMerge } from '@tabler/icons-react'
import { defineText } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const mergesWeb: WebSlice = {
  screens: [{ path: '/merges', load: () => import('./MergesScreen.tsx') }],
  actions: [
    {
      label: defineText('merges.screens.showMerges', 'Show merges'),
      href: '/merges',
      icon: IconArrowMerge,
      needs: 'merges:read',
    },
  ],
  panels: [
    { slot: 'record.now', of: ['contact'], order: 8, needs: 'merges:read', load: () => import('./MergedPanel.tsx') },
    {
      slot: 'record.compose',
      of: ['contact'],
      order: 90,
      needs: 'merges:write',
      load: () => import('./ContactDialogs.tsx'),
    },
    {
      slot: 'record.actions',
      of: ['contact'],
      order: 10,
      needs: 'merges:write',
      load: () => import('./ContactActions.tsx'),
    },
    { slot: 'contacts.bulk', order: 10, needs: 'merges:write', load: () => import('./MergeSelected.tsx') },
  ],
  rows: () => import('./rows.tsx'),
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
  live: { merges: ['merges'] },
}
