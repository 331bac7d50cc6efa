import { IconUsersGroup } from '@tabler/icons-react'
import { defineText } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const teamsWeb: WebSlice = {
  screens: [{ path: '/settings/teams', load: () => import('./TeamsScreen.tsx') }],
  settings: [
    {
      label: defineText('teams.screens.teams', 'Teams'),
      href: '/settings/teams',
      icon: IconUsersGroup,
      group: 'workspace',
      order: 30,
      needs: 'teams:read',
    },
  ],
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
}
