import { IconUserPlus, IconUsers } from '@tabler/icons-react'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'
import { contactNoun } from './contact-noun.ts'

const words = defineMessages('contacts.screens', {
  createContact: 'Create contact',
})

export const contactsWeb: WebSlice = {
  screens: [
    { path: '/contacts', load: () => import('./ContactsScreen.tsx') },
    { path: '/contacts/bin', load: () => import('./BinScreen.tsx') },
    { path: '/contacts/$id', load: () => import('./ContactScreen.tsx') },
  ],
  places: [{ label: say(contactNoun, 'many'), href: '/contacts', icon: IconUsers, key: 'c', needs: 'contacts:read' }],
  actions: [
    {
      label: say(words, 'createContact'),
      href: '/contacts?new=record',
      icon: IconUserPlus,
      needs: 'contacts:write',
    },
  ],
  records: [
    {
      name: 'contact',
      table: 'contacts',
      hasFields: true,
      reference: () => import('./reference.ts'),
      picture: 'round',
      words: contactNoun,
    },
  ],
  panels: [
    { slot: 'contact.now', order: 90, load: () => import('./FactsPanel.tsx') },
    { slot: 'home.side', order: 10, needs: 'contacts:read', load: () => import('./HomeContacts.tsx') },
  ],
  rows: () => import('./rows.tsx'),
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
  live: { contacts: ['import'] },
}
