import { IconPaperclip } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { defineNoun } from '../../../../kernel/noun.ts'
import { isLinked } from '../../../../ui/record/web-kind.ts'
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
      of: isLinked,
      order: 50,
      needs: 'files:read',
      load: () => import('./FilesPanel.tsx'),
    },
  ],
  rows: () => import('./rows.tsx'),
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
  tellsOf: { files: isLinked },
  eventGroups: defineMessages('files.event-groups', { files: 'Files' }),
}
