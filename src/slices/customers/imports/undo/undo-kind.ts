import { sql } from 'kysely'
import { defineText, stored } from '../../../../kernel/messages.ts'
import { deleteRows, findRows } from '../../../../platform/db/row.ts'
import type { RecordKind } from '../../../../platform/record/record-kind.ts'
import { removeUnusedFields } from '../../fields/public.ts'
import { removeUnusedTags } from '../../tags/public.ts'
import type { ImportedRecords } from '../imported-records.ts'
import type { Changes } from '../plans/working.ts'
import { keep, type UndoStep } from './undo-step.ts'

const hasValues = defineText('imports.undo-kind.hasValues', 'Has values since.')

const mostRestored = 500
const mostRemoved = 1000

export type ImportedKind = RecordKind & { imported: ImportedRecords }

/** The kinds of record that imports make, each before those that it may refer to. */
export function importedKinds(records: readonly RecordKind[]): ImportedKind[] {
  const kinds = records.filter((kind): kind is ImportedKind => kind.imported !== undefined)
  const ordered: ImportedKind[] = []
  const place = (kind: ImportedKind) => {
    if (ordered.includes(kind)) return
    for (const other of kinds) if (other.imported.dependsOn.includes(kind.table)) place(other)
    ordered.push(kind)
  }
  kinds.forEach(place)
  return ordered
}

/** Each phase does a batch of its work and answers how many records it looked at; 0 when it is over. */
export function phasesOf(records: readonly RecordKind[]): ((step: UndoStep) => Promise<number>)[] {
  const phases = importedKinds(records).flatMap(kind => [
    (step: UndoStep) => restoreSome(step, kind),
    (step: UndoStep) => removeSome(step, kind),
  ])
  return [...phases, undoFieldsAndTags]
}

/** Gives a batch of records back what the import overwrote. */
async function restoreSome(step: UndoStep, { name, imported }: ImportedKind): Promise<number> {
  if (!imported.restore) return 0
  const { db, workspaceId, importId } = step
  const { rows } = await sql<{ recordId: string; before: Changes | null }>`
    delete from import_changes where workspace_id = ${workspaceId} and import_id = ${importId} and seq in (
      select ic.seq from import_changes ic where ic.workspace_id = ${workspaceId} and ic.import_id = ${importId} and ic.object = ${name} and ic.action = 'updated'
      order by ic.record_id limit ${mostRestored})
    returning record_id, before`.execute(db)
  const changes = new Map(rows.map(row => [row.recordId, row.before ?? {}]))
  if (changes.size > 0) step.result.restored += await imported.restore(step, changes)
  return rows.length
}

/** Takes away a batch of the records that the import made. */
async function removeSome(step: UndoStep, { name, table, imported }: ImportedKind): Promise<number> {
  const made = await imported.findMade(step, mostRemoved)
  const gone = made.filter(({ reason }) => reason === null)
  const kept = made.filter(({ reason }) => reason !== null)
  for (const record of kept) keep(step, name, record.id, record.name, record.reason!)
  const { removed } = step.result
  if (gone.length > 0) {
    await imported.remove(step, gone)
    removed[table] = (removed[table] ?? 0) + gone.length
  }
  if (kept.length > 0)
    await imported.keep?.(
      step,
      kept.map(({ id }) => id),
    )
  return made.length
}

/** Custom fields and tags that the import made and nothing uses now. */
async function undoFieldsAndTags(step: UndoStep): Promise<number> {
  const { importId, result } = step
  const rows = await findRows(step, 'importChanges', ['object', 'recordId'], { importId, action: 'created' })
  const idsOf = (object: string) => rows.filter(row => row.object === object).map(row => row.recordId)
  const fields = idsOf('field')
  const used = await removeUnusedFields(step, step.app.records, fields)
  for (const { id, label } of used) keep(step, 'field', id, label, stored(hasValues))
  result.removed['fields'] = fields.length - used.length
  result.removed['tags'] = await removeUnusedTags(step, step.app.records, idsOf('tag'))
  await deleteRows(step, 'importChanges', { importId })
  return 0
}
