import { IconForms } from '@tabler/icons-react'
import { defineText } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const fieldsWeb: WebSlice = {
  screens: [{ path: '/settings/fields', load: () => import('./FieldsScreen.tsx') }],
  settings: [
    {
      label: defineText('fields.screens.fields', 'Fields'),
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
