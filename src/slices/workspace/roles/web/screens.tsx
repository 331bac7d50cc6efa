import { IconShieldCheck } from '@tabler/icons-react'
import { defineText } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

const roles = defineText('roles.screens.roles', 'Roles')

export const rolesWeb: WebSlice = {
  screens: [{ path: '/settings/roles', load: () => import('./RolesScreen.tsx') }],
  settings: [{ label: roles, href: '/settings/roles', icon: IconShieldCheck, group: 'workspace', order: 40 }],
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
}
