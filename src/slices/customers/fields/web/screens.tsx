import type { WebSlice } from '../../../../ui/screen/web-slice.ts'
import { fieldEvents } from '../events.ts'

export const fieldsWeb: WebSlice = {
  screens: [{ path: '/settings/fields', load: () => import('./FieldsScreen.tsx') }],
  adminWords: () => import('./admin-words.ts'),
  events: [fieldEvents],
}
