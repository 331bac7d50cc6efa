import { sql, type RawBuilder } from 'kysely'
import type { WorkspaceId } from '../../../../kernel/ids.ts'
import type { RecordDefinition } from '../../../../kernel/record/record.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { removeEvents, removeImportedEvents } from '../../../../platform/events/remove-events.ts'
import { keepImported, lockRecords } from '../../../../platform/record/statements.ts'
import { completed, keyOf, rewriteSourced, sourceKey } from '../batches/sourced-record.ts'
import type { Identified, Sourced, SourcedRecord } from '../batches/sourced-record.ts'
import type { ImportedRecords, Made } from '../imported-records.ts'
import { readEdits, stripped } from './edits.ts'
import { withoutGone } from './gone.ts'
import { keptFor, tracesSince } from './reasons.ts'
import { takeBack } from './take-back.ts'
import { conflict, type UndoStep } from './undo-step.ts'

interface Row {
  id: string
  name: string
  tagIds: string[]
  fields: Record<string, unknown>
}

interface Imported<State extends Row> extends Pick<ImportedRecords, 'dependsOn' | 'fills'> {
  record: Pick<RecordDefinition, 'table' | 'name' | 'columns'>
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
      const possible = await withoutGone(step, imported.record.columns, changes)
      const count = await rewrite(step, ids, record => takeBack(step, name, record, record, possible.get(record.id)!))
      await removeImportedEvents(step.tx, step.workspaceId, step.importId, [`${name}.changed`, ...edits], ids)
      return count
    },
  }
}

/** Sets records to what `change` makes of them. What only one may have is not given back where another has it by now. */
export function rewriting<C extends Identified, State extends Sourced>(
  of: SourcedRecord<C, State>,
): Imported<State & { id: string }>['rewrite'] {
  const { column } = of.unique
  const rowsOf = (record: State) => of.unique.rows(record) as Record<string, string | null>[]
  const ownKey = ({ source, sourceId }: State) => (source && sourceId ? [sourceKey(source, sourceId)] : [])
  const keysOf = (record: State) =>
    rowsOf(record).flatMap(({ [column]: value }) => (value ? [keyOf(column, value)] : []))
  return async (step, ids, change) => {
    const { tx, workspaceId, now } = step
    const rows = await lockRecords(tx, workspaceId, of.record.table, of.columns, ids)
    const records = (await completed(of, tx, workspaceId, rows)).map(change)
    const keys = records.flatMap(record => [...ownKey(record), ...keysOf(record)])
    const holders = await of.findHolders(tx, workspaceId, keys)
    for (const record of records) {
      const isTaken = (key: string) => (holders.get(key) ?? record.id) !== record.id
      if (ownKey(record).some(isTaken)) record.sourceId = null
      for (const row of rowsOf(record)) {
        const value = row[column]
        if (!value || !isTaken(keyOf(column, value))) continue
        row[column] = null
        conflict(step, of.record.name, record.id, record.name, column)
      }
    }
    await rewriteSourced(of, tx, workspaceId, records, now)
    return records.length
  }
}
