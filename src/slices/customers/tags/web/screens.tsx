import type { WebSlice } from '../../../../ui/screen/web-slice.ts'
import { tagEvents } from '../events.ts'

export const tagsWeb: WebSlice = {
  screens: [{ path: '/settings/tags', load: () => import('./TagsScreen.tsx') }],
  adminWords: () => import('./admin-words.ts'),
  events: [tagEvents],
}
