import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const membersWeb: WebSlice = {
  screens: [{ path: '/settings/members', load: () => import('./MembersScreen.tsx') }],
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
  live: { members: ['profile', 'two-factor'] },
}
