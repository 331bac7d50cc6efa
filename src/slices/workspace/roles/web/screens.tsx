import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const rolesWeb: WebSlice = {
  screens: [{ path: '/settings/roles', load: () => import('./RolesScreen.tsx') }],
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
}
