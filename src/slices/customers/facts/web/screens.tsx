import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const factsWeb: WebSlice = {
  panels: [{ slot: 'record.now', order: 90, load: () => import('./FactsPanel.tsx') }],
}
