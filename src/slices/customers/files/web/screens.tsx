import { defineMessages } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'
import { fileEvents } from '../events.ts'

export const filesWeb: WebSlice = {
  panels: [
    { slot: 'contact.now', order: 50, needs: 'files:read', load: () => import('./ContactFiles.tsx') },
    { slot: 'company.now', order: 50, needs: 'files:read', load: () => import('./CompanyFiles.tsx') },
  ],
  rows: () => import('./rows.tsx'),
  adminWords: () => import('./admin-words.ts'),
  events: [fileEvents],
  eventGroups: defineMessages('files.event-groups', { files: 'Files' }),
}
