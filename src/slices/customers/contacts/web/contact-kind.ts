import { IconUsers } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import type { WebKind } from '../../../../ui/record/web-kind.ts'

export const contactKind: WebKind = {
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
}
