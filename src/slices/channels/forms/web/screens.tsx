import { IconForms } from '@tabler/icons-react'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { defineNoun } from '../../../../kernel/noun.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

const noun = defineNoun('forms.noun', 'form', 'forms')

export const formsWeb: WebSlice = {
  screens: [
    { path: '/forms', load: () => import('./FormsScreen.tsx') },
    { path: '/forms/$id', load: () => import('./FormScreen.tsx') },
  ],
  places: [{ label: say(noun, 'many'), href: '/forms', icon: IconForms, needs: 'forms:read' }],
  records: [{ name: 'form', table: 'forms', icon: IconForms, noun }],
  rows: () => import('./rows.tsx'),
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
  eventGroups: defineMessages('forms.event-groups', { forms: 'Forms' }),
}
