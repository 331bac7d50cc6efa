import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const viewsWeb: WebSlice = { adminWords: () => import('./admin-words.ts') }
