import { IconHistory } from '@tabler/icons-react'
import { defineText } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const auditWeb: WebSlice = {
  screens: [{ path: '/settings/audit', load: () => import('./AuditScreen.tsx') }],
  settings: [
    {
      label: defineText('audit.screens.auditLog', 'Audit log'),
      href: '/settings/audit',
      icon: IconHistory,
      group: 'system',
      order: 40,
      needs: 'audit:read',
    },
  ],
  live: { audit: ['member', 'api-key', 'settings', 'role', 'team', 'import'] },
  adminWords: () => import('./admin-words.ts'),
}
