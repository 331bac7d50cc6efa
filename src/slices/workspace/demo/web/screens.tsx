import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const demoWeb: WebSlice = {
  screens: [{ path: '/settings/demo', load: () => import('./DemoScreen.tsx') }],
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
}
