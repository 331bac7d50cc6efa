import { IconKey } from '@tabler/icons-react'
import { defineText } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const apiKeysWeb: WebSlice = {
  screens: [{ path: '/settings/api-keys', load: () => import('./ApiKeysScreen.tsx') }],
  settings: [
    {
      label: defineText('api-keys.screens.apiKeys', 'API keys'),
      href: '/settings/api-keys',
      icon: IconKey,
      group: 'system',
      order: 30,
      needs: 'api-keys:manage',
    },
  ],
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
}
