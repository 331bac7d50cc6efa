import type { WebSlice } from '../../../../ui/screen/web-slice.ts'
import '../../settings/web/slots.ts'

export const outboxWeb: WebSlice = {
  panels: [{ slot: 'settings.mail', order: 10, needs: 'mail:manage', load: () => import('./OutboxPanel.tsx') }],
  adminWords: () => import('./admin-words.ts'),
}
