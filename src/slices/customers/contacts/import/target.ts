import { defineMessages, say } from '../../../../kernel/messages.ts'
import { createCompanies } from '../../companies/import/public.ts'
import { importNotesOf } from '../../notes/import/public.ts'
import type { ImportTarget } from '../../imports/public.ts'
import { cardReader } from './card.ts'
import { contactColumns } from './columns.ts'
import { describeContact } from './describe.ts'
import { emptyContact, type ContactDraft } from './draft.ts'
import { findErasedContacts } from './erased.ts'
import { settleContact } from './readers.ts'
import { importContacts } from './write.ts'

const words = defineMessages('contacts.import-target', {
  noName: 'Say which column is the name, the e-mail, the phone or the id of a contact.',
})

const reachable = ['name', 'firstName', 'lastName', 'email', 'phone', 'externalId']

export const contactImport: ImportTarget<ContactDraft> = {
  columns: contactColumns,
  nouns: ['contact', 'contacts', 'customers', 'kontakty', 'zakaznici', 'kontakte', 'kunden'],
  ownExport: { known: ['id & firstname & netamount & lasttouchat'], columns: { companyId: 'companyid' } },
  questions: [createCompanies],
  byValue: { email: 'email', phone: 'phone', country: 'country' },
  // What nothing else claims is taken for people.
  likeness: () => 1,
  missing: targets =>
    [...targets].some(target => reachable.includes(target) || target.startsWith('handle.'))
      ? []
      : [say(words, 'noName')],
  empty: emptyContact,
  customFields: draft => draft.fields,
  settle: (draft, _cells, report, rules) => settleContact(draft, report, rules),
  cardReader,
  describe: describeContact,
  findErased: findErasedContacts,
  async write(batch, drafts) {
    const outcomes = await importContacts(batch, drafts, { isCreating: true, lifecycle: 'lead', isMinor: false })
    await importNotesOf(batch, drafts, outcomes)
    return outcomes
  },
}
