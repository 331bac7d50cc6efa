import type { WebSlice } from '../../../../ui/screen/web-slice.ts'
import { invitationEvents, memberEvents } from '../events.ts'

export const membersWeb: WebSlice = {
  screens: [{ path: '/settings/members', load: () => import('./MembersScreen.tsx') }],
  adminWords: () => import('./admin-words.ts'),
  events: [invitationEvents, memberEvents],
  live: { members: ['profile', 'two-factor'] },
}
