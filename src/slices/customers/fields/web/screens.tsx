import { IconForms } from '@tabler/icons-react'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

const words = defineMessages('fields.screens', { fields: 'Fields' })

export const fieldsWeb: WebSlice = {
  screens: [{ path: '/settings/fields', load: () => import('./FieldsScreen.tsx') }],
  settings: [
    {
      label: say(words, 'fields'),
      href: '/settings/fields',
      icon: IconForms,
      group: 'customers',
      order: 10,
      needs: 'fields:read',
    },
  ],
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
}
