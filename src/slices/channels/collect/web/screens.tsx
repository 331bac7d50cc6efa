import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const collectWeb: WebSlice = {
  screens: [
    { path: '/settings/sources', load: () => import('./SourcesScreen.tsx') },
    { path: '/settings/sources/$id', load: () => import('./SourceScreen.tsx') },
  ],
  rows: () => import('./rows.tsx'),
  live: { collect: ['source'] },
  adminWords: () => import('./admin-words.ts'),
}
