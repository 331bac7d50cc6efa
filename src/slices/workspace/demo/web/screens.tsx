import type { WebSlice } from '../../../../ui/screen/web-slice.ts'
import { callEvents, complaintEvents, demoEvents, messageEvents, reviewEvents } from '../events.ts'

export const demoWeb: WebSlice = {
  screens: [{ path: '/settings/demo', load: () => import('./DemoScreen.tsx') }],
  adminWords: () => import('./admin-words.ts'),
  events: [callEvents, complaintEvents, demoEvents, messageEvents, reviewEvents],
}
