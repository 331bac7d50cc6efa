import type { WebSlice } from '../../../../ui/screen/web-slice.ts'
import { roleEvents } from '../events.ts'

export const rolesWeb: WebSlice = {
  screens: [{ path: '/settings/roles', load: () => import('./RolesScreen.tsx') }],
  adminWords: () => import('./admin-words.ts'),
  events: [roleEvents],
}
