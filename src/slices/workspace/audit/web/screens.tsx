import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const auditWeb: WebSlice = {
  screens: [{ path: '/settings/audit', load: () => import('./AuditScreen.tsx') }],
  live: { audit: ['member', 'api-key', 'settings', 'role', 'team', 'import'] },
  adminWords: () => import('./admin-words.ts'),
}
