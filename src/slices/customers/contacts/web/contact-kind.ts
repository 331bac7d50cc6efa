import { IconUsers } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import type { WebKind } from '../../../../ui/record/web-kind.ts'

export const contactKind = {
  name: 'contact',
  table: 'contacts',
  noun: defineMessages('contacts.noun', {
    one: 'Contact',
    many: 'Contacts',
    count: '{count, plural, one {# contact} other {# contacts}}',
    object: 'contact',
    objects: 'contacts',
    gender: 'neuter',
  }),
  icon: IconUsers,
  picture: 'round',
  reference: async () => (await import('./public.tsx')).contactReference,
} satisfies WebKind
