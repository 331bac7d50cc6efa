import { IconPaperclip } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const filesWeb: WebSlice = {
  records: [
    {
      name: 'file',
      table: 'files',
      isPart: true,
      icon: IconPaperclip,
      noun: defineMessages('files.noun', {
        one: 'File',
        many: 'Files',
        count: '{count, plural, one {# file} other {# files}}',
      }),
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
