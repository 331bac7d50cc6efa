import { IconPaperclip } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { defineNoun } from '../../../../kernel/noun.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const filesWeb: WebSlice = {
  records: [
    {
      name: 'file',
      table: 'files',
      isPart: true,
      icon: IconPaperclip,
      noun: defineNoun('files.noun', 'file', 'files'),
    },
  ],
  panels: [
    {
      slot: 'record.now',
      of: ['contact', 'company'],
      order: 50,
      needs: 'files:read',
      load: () => import('./FilesPanel.tsx'),
    },
  ],
  rows: () => import('./rows.tsx'),
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
  tellsOf: { files: ({ name }) => name === 'contact' || name === 'company' },
  eventGroups: defineMessages('files.event-groups', { files: 'Files' }),
}
