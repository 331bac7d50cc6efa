import { IconUserPlus } from '@tabler/icons-react'
import { webOfKind } from '../../../../ui/record/web-of-kind.tsx'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'
import { contactKind } from './contact-kind.ts'

export const contactsWeb: WebSlice = {
  ...webOfKind(contactKind, { key: 'c', createIcon: IconUserPlus }, () => import('./contact-screens.tsx')),
  panels: [{ slot: 'home.side', order: 10, needs: 'contacts:read', load: () => import('./HomeContacts.tsx') }],
  rows: () => import('./rows.tsx'),
  adminWords: () => import('./admin-words.ts'),
  definitions: () => import('../record.ts'),
  events: () => import('../events.ts'),
  live: { contacts: ['import'] },
}
