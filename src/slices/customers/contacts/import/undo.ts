import { sql } from 'kysely'
import { defineText, stored } from '../../../../kernel/messages.ts'
import { keysOf, without } from '../../../../kernel/record/record.ts'
import { sortNameOf } from '../../../../platform/record/given-name.ts'
import { removingWithFacts } from '../../facts/public.ts'
import { importedRecords, type UndoStep } from '../../imports/public.ts'
import { contactEvents } from '../events.ts'
import { onOwnRows } from '../merged/own-rows.ts'
import { contactRecord, sourceColumns } from '../record.ts'
import {
  lockForSource,
  refreshSearchTexts,
  removeImportedHandles,
  rewriteContacts,
  type ContactRewrite,
} from '../store-many.ts'

const wasMerged = defineText('contacts.undo.merged', 'Merged with another contact since.')

export const importedContacts = importedRecords<ContactRewrite>({
  record: contactRecord,
  events: contactEvents,
  about: 'contact',
  dependsOn: ['companies'],
  fills: ['contact_facts', 'handles'],
  given: keysOf(
    without(
      sourceColumns,
      'id',
      'name',
      'firstName',
      'lastName',
      'lifecycle',
      'email',
      'phone',
      'tagIds',
      'fields',
      'source',
    ),
  ),
  passing: ['contact.merged', 'contact.unmerged'],
  edits: ['handle.added'],
  reason: () => sql`case when c.merged_into is not null or c.has_merged then ${stored(wasMerged)}::text end`,
  remove: removingWithFacts(contactRecord),
  rewrite,
})

/** Sets contacts to what `change` makes of them, without the handles that the import gave them. */
async function rewrite(
  step: UndoStep,
  ids: readonly string[],
  change: (contact: ContactRewrite) => ContactRewrite,
): Promise<number> {
  const { importId, now } = step
  return onOwnRows(step, ids, async () => {
    const contacts = (await lockForSource(step, ids)).map(change)
    const rewritten = contacts.map(contact => ({ ...contact, sortName: sortNameOf(contact.name) }))
    await rewriteContacts(step, rewritten, now)
    await removeImportedHandles(step, importId, ids)
    await refreshSearchTexts(step, ids)
    return contacts.length
  })
}
