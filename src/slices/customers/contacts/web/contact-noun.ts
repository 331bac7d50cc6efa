import { defineMessages } from '../../../../kernel/messages.ts'

export const contactNoun = defineMessages('contacts.noun', {
  one: 'Contact',
  many: 'Contacts',
  count: '{count, plural, one {# contact} other {# contacts}}',
  object: 'contact',
  objects: 'contacts',
  gender: 'neuter',
})
