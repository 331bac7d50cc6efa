import { defineMessages, refusal } from '../../../../kernel/messages.ts'
import { importCompaniesOf } from '../../companies/import/public.ts'
import { importNamedContacts } from '../../contacts/import/public.ts'
import type { Batch, RowResult } from '../../imports/public.ts'
import type { NoteDraft } from './row.ts'
import { writeNotes, type OwnedNote } from './write-notes.ts'

const words = defineMessages('notes.write', {
  nobody: 'Nobody here has this e-mail, phone, id or company name, and the import may not make them.',
})

/** Makes and changes notes; a row whose contact or company is not known is answered as such. */
export async function importNotes(batch: Batch, drafts: readonly NoteDraft[]): Promise<RowResult[]> {
  const named = drafts.map(draft => draft.contact)
  const contacts = await importNamedContacts(batch, named, 'lead')
  const companyOf = (draft: NoteDraft, at: number) => (contacts[at]!.contactId === null ? draft.company : null)
  const companies = await importCompaniesOf(
    batch,
    drafts.map((draft, at) => ({ company: companyOf(draft, at) })),
  )
  const resolved = drafts.map((draft, at): OwnedNote => {
    const { contactId, companyId } = contacts[at]!
    return { ...draft, contactId, companyId: companies[at]!, eventCompanyId: companies[at] ?? companyId }
  })
  const known = resolved.map(note => note.contactId !== null || note.companyId !== null)
  const results = await writeNotes(
    batch,
    resolved.filter((_, at) => known[at]),
  )
  return known.map(isKnown => (isKnown ? results.shift()! : nobody))
}

const nobody: RowResult = {
  outcome: 'unknown',
  reason: refusal(words, 'nobody'),
}
