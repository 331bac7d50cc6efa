import { IconUsers } from '@tabler/icons-react'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

const words = defineMessages('members.screens', { members: 'Members' })

export const membersWeb: WebSlice = {
  screens: [{ path: '/settings/members', load: () => import('./MembersScreen.tsx') }],
  settings: [
    {
      label: say(words, 'members'),
      href: '/settings/members',
      icon: IconUsers,
      group: 'workspace',
      order: 20,
      needs: 'members:read',
    },
  ],
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
  live: { members: ['profile', 'two-factor'] },
}
