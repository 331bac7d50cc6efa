import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const jobsWeb: WebSlice = {
  screens: [{ path: '/settings/jobs', load: () => import('./JobsScreen.tsx') }],
  live: { jobs: ['*'] },
  adminWords: () => import('./admin-words.ts'),
}
