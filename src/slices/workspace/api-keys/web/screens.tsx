import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const apiKeysWeb: WebSlice = {
  screens: [{ path: '/settings/api-keys', load: () => import('./ApiKeysScreen.tsx') }],
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
}
