import { sql, type RawBuilder } from 'kysely'
import type { WorkspaceId } from '../../../../kernel/ids.ts'
import type { RecordDefinition } from '../../../../kernel/record/record.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { removeEvents, removeImportedEvents } from '../../../../platform/events/remove-events.ts'
import { keepImported } from '../../../../platform/record/statements.ts'
import type { ImportedRecords, Made } from '../imported-records.ts'
import { readEdits, stripped } from './edits.ts'
import { keptFor, tracesSince } from './reasons.ts'
import { takeBack } from './take-back.ts'
import type { UndoStep } from './undo-step.ts'

interface Row {
  id: string
  name: string
  tagIds: string[]
  fields: Record<string, unknown>
}

interface Imported<State extends Row> extends Pick<ImportedRecords, 'dependsOn' | 'fills'> {
  record: Pick<RecordDefinition, 'table' | 'name'>
  /** All that an import may have given it but what it is called, tags and custom fields. */
  given: readonly (keyof State & string)[]
  /** Further kinds of events that do not keep it. */
  passing?: readonly string[]
  /** Further kinds of events that tell of what is taken back. */
  edits?: readonly string[]
  /** Why the record `c` stays, before it is asked what has happened with it. */
  reason?(step: UndoStep): RawBuilder<string | null>
  remove(tx: Db, workspaceId: WorkspaceId, ids: string[]): Promise<void>
  /** Sets records to what `change` makes of them; answers how many there were. */
  rewrite(step: UndoStep, ids: readonly string[], change: (record: State) => State): Promise<number>
}

/** How what imports made of a kind of record is taken back. */
export function importedRecords<State extends Row>(imported: Imported<State>): ImportedRecords {
  const { dependsOn, fills, given, passing = [], edits = [], rewrite } = imported
  const { name, table } = imported.record
  // Contacts and companies are named by events about others too.
  const about = name === 'contact' || name === 'company' ? name : 'subject'
  return {
    dependsOn,
    fills,
    async findMade(step, limit) {
      const traces = tracesSince(step, `${about}_id`, sql`c.id`, [`${name}.deleted`, `${name}.restored`, ...passing])
      const { rows } = await sql<Made>`
        select c.id, c.name, coalesce(${imported.reason?.(step) ?? sql`null`}, ${keptFor(step, table, 'c')}, ${traces}) as reason
        from ${sql.table(table)} c
        where c.workspace_id = ${step.workspaceId} and c.import_id = ${step.importId}
        order by c.id limit ${limit}`.execute(step.tx)
      return rows
    },
    async remove({ tx, workspaceId }, made) {
      const ids = made.map(({ id }) => id)
      await removeEvents(tx, workspaceId, about, ids)
      await imported.remove(tx, workspaceId, ids)
    },
    async keep(step, ids) {
      const edited = await readEdits(step, `${name}.changed`, ids)
      await rewrite(step, ids, record => stripped(record, given, edited.get(record.id)))
      await keepImported(step.tx, step.workspaceId, table, ids)
    },
    async restore(step, changes) {
      const ids = [...changes.keys()]
      const count = await rewrite(step, ids, record => takeBack(step, name, record, record, changes.get(record.id)!))
      await removeImportedEvents(step.tx, step.workspaceId, step.importId, [`${name}.changed`, ...edits], ids)
      return count
    },
  }
}
