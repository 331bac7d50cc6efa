import { IconRefreshAlert } from '@tabler/icons-react'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

const words = defineMessages('jobs.screens', { jobs: 'Jobs' })

export const jobsWeb: WebSlice = {
  screens: [{ path: '/settings/jobs', load: () => import('./JobsScreen.tsx') }],
  settings: [
    {
      label: say(words, 'jobs'),
      href: '/settings/jobs',
      icon: IconRefreshAlert,
      group: 'system',
      order: 50,
      needs: 'jobs:manage',
    },
  ],
  live: { jobs: ['*'] },
  adminWords: () => import('./admin-words.ts'),
}
