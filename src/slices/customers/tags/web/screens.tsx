import { IconTags } from '@tabler/icons-react'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

const words = defineMessages('tags.screens', { tags: 'Tags' })

export const tagsWeb: WebSlice = {
  screens: [{ path: '/settings/tags', load: () => import('./TagsScreen.tsx') }],
  settings: [
    {
      label: say(words, 'tags'),
      href: '/settings/tags',
      icon: IconTags,
      group: 'customers',
      order: 20,
      needs: 'tags:read',
    },
  ],
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
  tellsOf: { tags: ({ columns = {} }) => 'tagIds' in columns },
}
