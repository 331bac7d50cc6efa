import type { WebSlice } from '../../../../ui/screen/web-slice.ts'
import { teamEvents } from '../events.ts'

export const teamsWeb: WebSlice = {
  screens: [{ path: '/settings/teams', load: () => import('./TeamsScreen.tsx') }],
  adminWords: () => import('./admin-words.ts'),
  events: [teamEvents],
}
