import { IconUserPlus, IconUsers } from '@tabler/icons-react'
import { defineMessages } from '../../../../ui/i18n/i18n.tsx'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const contactsWeb: WebSlice = {
  screens: [
    { path: '/contacts', load: () => import('./ContactsScreen.tsx') },
    { path: '/contacts/bin', load: () => import('./BinScreen.tsx') },
    { path: '/contacts/$id', load: () => import('./ContactScreen.tsx') },
  ],
  places: [
    { label: { en: 'Contacts', cs: 'Kontakty' }, href: '/contacts', icon: IconUsers, key: 'c', needs: 'contacts:read' },
  ],
  actions: [
    {
      label: { en: 'Create contact', cs: 'Vytvořit kontakt' },
      href: '/contacts?new=record',
      icon: IconUserPlus,
      needs: 'contacts:write',
    },
  ],
  records: [
    {
      name: 'contact',
      table: 'contacts',
      picture: 'round',
      words: defineMessages({
        en: { one: 'Contact', many: 'Contacts', count: '{count, plural, one {# contact} other {# contacts}}' },
        cs: {
          one: 'Kontakt',
          many: 'Kontakty',
          count: '{count, plural, one {# kontakt} few {# kontakty} many {# kontaktu} other {# kontaktů}}',
        },
      }),
    },
  ],
  panels: [
    { slot: 'contact.now', order: 90, load: () => import('./FactsPanel.tsx') },
    { slot: 'home.side', order: 10, needs: 'contacts:read', load: () => import('./HomeContacts.tsx') },
  ],
  rows: () => import('./rows.tsx'),
  live: {
    contacts: ['contact', 'handle', 'order', 'return', 'import', 'tag', 'company'],
    tags: ['tag', 'contact', 'company'],
  },
}
