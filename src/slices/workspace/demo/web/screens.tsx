import { IconDatabaseOff } from '@tabler/icons-react'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

const words = defineMessages('demo.screens', { demoData: 'Demo data' })

export const demoWeb: WebSlice = {
  screens: [{ path: '/settings/demo', load: () => import('./DemoScreen.tsx') }],
  settings: [
    {
      label: say(words, 'demoData'),
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
