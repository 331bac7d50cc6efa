import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const searchWeb: WebSlice = {
  screens: [{ path: '/search', load: () => import('./SearchScreen.tsx') }],
  live: { search: ['import'] },
  tellsOf: { search: kind => !kind.isPart },
}
