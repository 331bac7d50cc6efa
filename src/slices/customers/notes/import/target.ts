import { defineMessages, say } from '../../../../kernel/messages.ts'
import { createCompanies } from '../../companies/import/public.ts'
import { createContacts, describePerson, erasedBy } from '../../contacts/import/public.ts'
import type { ImportTarget } from '../../imports/public.ts'
import { noteColumns } from './columns.ts'
import { emptyNote, settleNote, type NoteDraft, type RawNote } from './row.ts'
import { importNotes } from './write.ts'

const words = defineMessages('notes.import-target', {
  noText: 'Say which column is the text of a note.',
  noParent: 'Say which column names the contact or company of a note.',
})

const owners = ['contactEmail', 'contactId', 'contactPhone', 'company', 'contactName', 'companyDomain']
const personTargets = { externalId: 'contactId', email: 'contactEmail', phone: 'contactPhone', name: 'contactName' }

export const noteImport: ImportTarget<NoteDraft, RawNote> = {
  columns: noteColumns,
  nouns: ['note', 'notes'],
  questions: [createCompanies, createContacts],
  byValue: { email: 'contactEmail', phone: 'contactPhone' },
  likeness(found, width) {
    const [notes, contacts] = [found('notes'), found('contacts')]
    const isAboutNotes = notes.has('author') || notes.has('title') || !contacts.has('note') || width <= 3
    const namesOwner = owners.some(key => key !== 'companyDomain' && notes.has(key))
    const isPerson = contacts.has('lastName') || contacts.has('phone')
    return notes.has('body') && namesOwner && isAboutNotes && !isPerson ? 3 : 0
  },
  missing: targets => [
    ...(targets.has('body') || targets.has('title') ? [] : [say(words, 'noText')]),
    ...(owners.some(key => targets.has(key)) ? [] : [say(words, 'noParent')]),
  ],
  empty: emptyNote,
  settle: (raw, _cells, report, rules) => settleNote(raw, report, rules),
  describe: ({ sourceId, body, contact, company, createdAt }) => [
    ['externalId', sourceId],
    ['body', body],
    ...describePerson(contact, personTargets),
    ['company', company?.name ?? company?.domain],
    ['createdAt', createdAt?.toISOString()],
  ],
  findErased: erasedBy(({ contact }) => contact),
  write: importNotes,
}
