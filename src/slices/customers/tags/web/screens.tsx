import { IconTags } from '@tabler/icons-react'
import { defineText } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const tagsWeb: WebSlice = {
  screens: [{ path: '/settings/tags', load: () => import('./TagsScreen.tsx') }],
  settings: [
    {
      label: defineText('tags.screens.tags', 'Tags'),
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
