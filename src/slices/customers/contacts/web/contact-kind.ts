import { IconUsers } from '@tabler/icons-react'
import { defineNoun } from '../../../../kernel/noun.ts'
import type { WebKind } from '../../../../ui/record/web-kind.ts'

export const contactKind: WebKind = {
  name: 'contact',
  table: 'contacts',
  noun: defineNoun('contacts.noun', 'contact', 'contacts'),
  icon: IconUsers,
  picture: 'round',
  linked: true,
  reference: async () => (await import('./public.tsx')).contactReference,
}
