import { IconFileImport } from '@tabler/icons-react'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

const words = defineMessages('imports.screens', {
  imports: 'Imports',
  importFile: 'Import file',
})

export const importsWeb: WebSlice = {
  screens: [
    { path: '/imports', load: () => import('./ImportsScreen.tsx') },
    { path: '/imports/$id', load: () => import('./ImportScreen.tsx') },
  ],
  places: [
    {
      label: say(words, 'imports'),
      href: '/imports',
      icon: IconFileImport,
      key: 'i',
      needs: 'imports:read',
    },
  ],
  actions: [
    {
      label: say(words, 'importFile'),
      href: '/imports?new=import',
      icon: IconFileImport,
      needs: 'imports:write',
    },
  ],
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
}
