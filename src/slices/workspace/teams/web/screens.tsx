import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const teamsWeb: WebSlice = {
  screens: [{ path: '/settings/teams', load: () => import('./TeamsScreen.tsx') }],
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
}
