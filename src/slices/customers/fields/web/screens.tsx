import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const fieldsWeb: WebSlice = {
  screens: [{ path: '/settings/fields', load: () => import('./FieldsScreen.tsx') }],
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
}
