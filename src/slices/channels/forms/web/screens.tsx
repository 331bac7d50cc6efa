import { IconForms } from '@tabler/icons-react'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'
import { formEvents } from '../events.ts'

const words = defineMessages('forms.screens', {
  forms: 'Forms',
})

export const formsWeb: WebSlice = {
  screens: [
    { path: '/forms', load: () => import('./FormsScreen.tsx') },
    { path: '/forms/$id', load: () => import('./FormScreen.tsx') },
  ],
  places: [{ label: say(words, 'forms'), href: '/forms', icon: IconForms, needs: 'forms:read' }],
  rows: () => import('./rows.tsx'),
  adminWords: () => import('./admin-words.ts'),
  events: [formEvents],
  eventGroups: defineMessages('forms.event-groups', { forms: 'Forms' }),
}
