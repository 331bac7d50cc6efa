import { IconUsersGroup } from '@tabler/icons-react'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

const words = defineMessages('teams.screens', { teams: 'Teams' })

export const teamsWeb: WebSlice = {
  screens: [{ path: '/settings/teams', load: () => import('./TeamsScreen.tsx') }],
  settings: [
    {
      label: say(words, 'teams'),
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
