import { IconUsers } from '@tabler/icons-react'
import { defineText } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const membersWeb: WebSlice = {
  screens: [{ path: '/settings/members', load: () => import('./MembersScreen.tsx') }],
  settings: [
    {
      label: defineText('members.screens.members', 'Members'),
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
