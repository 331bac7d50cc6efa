import { defineText } from '../../../kernel/messages.ts'
import { kindOf } from '../../../platform/record/record-kind.ts'
import { defineSlice } from '../../../platform/slice.ts'
import { demo } from './demo.ts'
import { contactImport } from './import/target.ts'
import { importedContacts } from './import/undo.ts'
import { contactEvents, handleEvents } from './events.ts'
import { personalData } from './personal-data.ts'
import { contactRecord } from './record.ts'
import { askedAndRoot, idsOfRoot } from './root.ts'
import { routes } from './routes.ts'
import { contactSearch } from './search.ts'

export const contactsSlice = defineSlice({
  name: 'customers/contacts',
  records: [
    kindOf(contactRecord, {
      search: contactSearch,
      reference: true,
      timeline: { column: 'contact_id' },
      merged: { askedAndRoot, idsOfRoot },
      keeps: defineText('contacts.slice.hasContact', 'Has a contact since.'),
      importTarget: contactImport,
      imported: importedContacts,
    }),
  ],
  permissions: { 'contacts:read': 'member', 'contacts:write': 'member', 'contacts:export': 'manager' },
  routes,
  personalData,
  events: [contactEvents, handleEvents],
  demo,
  tables: ['contacts', 'handles', 'merge_values'],
})
