import { IconDatabaseOff } from '@tabler/icons-react'
import { defineText } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const demoWeb: WebSlice = {
  screens: [{ path: '/settings/demo', load: () => import('./DemoScreen.tsx') }],
  settings: [
    {
      label: defineText('demo.screens.demoData', 'Demo data'),
      href: '/settings/demo',
      icon: IconDatabaseOff,
      group: 'system',
      order: 60,
      needs: 'demo:remove',
    },
  ],
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
}
