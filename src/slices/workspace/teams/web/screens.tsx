import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const teamsWeb: WebSlice = {
  screens: [{ path: '/settings/teams', load: () => import('./TeamsScreen.tsx') }],
  live: { teams: ['team', 'member'] },
  adminWords: () => import('./admin-words.ts'),
}
