import { IconRefreshAlert } from '@tabler/icons-react'
import { defineText } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const jobsWeb: WebSlice = {
  screens: [{ path: '/settings/jobs', load: () => import('./JobsScreen.tsx') }],
  settings: [
    {
      label: defineText('jobs.screens.jobs', 'Jobs'),
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
