import { IconUserPlus } from '@tabler/icons-react'
import { webOfKind } from '../../../../ui/record/web-kind.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'
import { contactKind } from './contact-kind.ts'

export const contactsWeb: WebSlice = {
  ...webOfKind(contactKind, {
    key: 'c',
    createIcon: IconUserPlus,
    picture: 'round',
    isTagged: true,
    refersTo: ['companies'],
    list: () => import('./ContactsScreen.tsx'),
    bin: () => import('./BinScreen.tsx'),
    page: () => import('./ContactScreen.tsx'),
    reference: async () => (await import('./public.tsx')).contactReference,
  }),
  panels: [
    { slot: 'record.now', of: ['contact'], order: 90, load: () => import('./FactsPanel.tsx') },
    { slot: 'home.side', order: 10, needs: 'contacts:read', load: () => import('./HomeContacts.tsx') },
  ],
  rows: () => import('./rows.tsx'),
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
  live: { contacts: ['import'] },
}
