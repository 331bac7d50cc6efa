import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const eventsWeb: WebSlice = { adminWords: () => import('./admin-words.ts') }
