import { sql } from 'kysely'
import { defineMessages, refusal } from '../../../../kernel/messages.ts'
import { keysOf, without } from '../../../../kernel/record/record.ts'
import { sortKey } from '../../../../kernel/text.ts'
import { removeEvents, removeImportedEvents } from '../../../../platform/events/remove-events.ts'
import {
  keptFor,
  readEdits,
  stripped,
  takeBack,
  tracesSince,
  type ImportedRecords,
  type Made,
  type UndoStep,
} from '../../imports/public.ts'
import { onOwnRows } from '../merged/own-rows.ts'
import { sourceColumns } from '../record.ts'
import {
  lockForSource,
  refreshSearchTexts,
  removeContacts,
  removeImportedHandles,
  rewriteContacts,
  type ContactRewrite,
} from '../store-many.ts'

const words = defineMessages('contacts.undo', {
  merged: 'Merged with another contact since.',
})

const passing = ['contact.deleted', 'contact.restored', 'contact.merged', 'contact.unmerged']

/** All that an import may have given a contact but its name and lifecycle; handles are taken away on their own. */
const given = keysOf(
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
)

export const importedContacts: ImportedRecords = {
  dependsOn: ['companies'],
  fills: ['contact_facts', 'handles'],
  async findMade(step, limit) {
    const { rows } = await sql<Made>`
      select c.id, c.name, case when c.merged_into is not null or c.has_merged then ${refusal(words, 'merged')}::text
        else coalesce(${keptFor(step, 'contacts', 'c')}, ${tracesSince(step, 'contact_id', sql`c.id`, passing)}) end as reason
      from contacts c where c.workspace_id = ${step.workspaceId} and c.import_id = ${step.importId} order by c.id limit ${limit}`.execute(
      step.tx,
    )
    return rows
  },
  async remove({ tx, workspaceId }, contacts) {
    const ids = contacts.map(({ id }) => id)
    await removeEvents(tx, workspaceId, 'contact', ids)
    await removeContacts(tx, workspaceId, ids)
  },
  async keep(step, ids) {
    const edits = await readEdits(step, 'contact.changed', ids)
    await rewrite(step, ids, contact => stripped(contact, given, edits.get(contact.id)))
    await sql`update contacts set import_id = null where workspace_id = ${step.workspaceId} and id = any(${ids}::uuid[])`.execute(
      step.tx,
    )
  },
  async restore(step, changes) {
    const ids = [...changes.keys()]
    const count = await rewrite(step, ids, contact =>
      takeBack(step, 'contact', contact, contact, changes.get(contact.id)!),
    )
    await removeImportedEvents(step.tx, step.workspaceId, step.importId, ['contact.changed', 'handle.added'], ids)
    return count
  },
}

/** Sets contacts to what `change` makes of them, without the handles that the import gave them. */
async function rewrite(
  { tx, workspaceId, importId, now }: UndoStep,
  ids: readonly string[],
  change: (contact: ContactRewrite) => ContactRewrite,
): Promise<number> {
  return onOwnRows(tx, workspaceId, ids, async () => {
    const contacts = (await lockForSource(tx, workspaceId, ids)).map(change)
    const rewritten = contacts.map(contact => ({ ...contact, sortName: sortKey(contact.name) }))
    await rewriteContacts(tx, workspaceId, rewritten, now)
    await removeImportedHandles(tx, workspaceId, importId, ids)
    await refreshSearchTexts(tx, workspaceId, ids)
    return contacts.length
  })
}
