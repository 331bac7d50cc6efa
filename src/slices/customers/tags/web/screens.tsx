import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const tagsWeb: WebSlice = {
  screens: [{ path: '/settings/tags', load: () => import('./TagsScreen.tsx') }],
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
  tellsOf: { tags: ({ columns = {} }) => 'tagIds' in columns },
}
