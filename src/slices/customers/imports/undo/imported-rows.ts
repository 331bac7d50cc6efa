import { isDeepStrictEqual } from 'node:util'
import { sql, type RawBuilder } from 'kysely'
import type { Columns, Parts, RecordDefinition } from '../../../../kernel/record/record.ts'
import { deleteRows, updateRows, type Table } from '../../../../platform/db/row.ts'
import { removeEvents, removeImportedEvents } from '../../../../platform/events/remove-events.ts'
import { replaceParts, withParts } from '../../../../platform/record/parts.ts'
import { lockRecords, rewriteRecords } from '../../../../platform/record/statements.ts'
import type { ImportedRecords, Made } from '../imported-records.ts'
import type { Changes } from '../plans/working.ts'
import { withoutGone } from './gone.ts'
import { editedSince, keptFor } from './reasons.ts'
import { takeBack } from './take-back.ts'
import { conflict, type UndoStep } from './undo-step.ts'

type Undoable = { id: string } & Record<string, unknown>

interface Rewritten {
  record: RecordDefinition<string, Columns, Parts>
  /** What of it an import overwrites besides its parts. */
  columns: Columns
  nameOf(row: any): string
  /** Kinds of the events that told of it. */
  edits: readonly string[]
  /** While it is no longer the import's, the record stays whole: the rest hangs on it. */
  decisive?: string
  afterwards?(step: UndoStep, rows: readonly any[]): Promise<void>
}

/** How records get back what an import overwrote. */
export function restoring({ record, columns, nameOf, edits, decisive = '', afterwards }: Rewritten) {
  const { name, table } = record
  return async (step: UndoStep, changes: ReadonlyMap<string, Changes>): Promise<number> => {
    const { now, importId } = step
    const found = (await lockRecords(step, table, columns, [...changes.keys()])) as Undoable[]
    const possible = await withoutGone(step, columns, changes)
    const restored = (await withParts(step, record, found)).flatMap((row: Undoable) => {
      const [own, called] = [possible.get(row.id)!, nameOf(row)]
      if (own[decisive] === undefined || isDeepStrictEqual(row[decisive], own[decisive][1]))
        return takeBack(step, name, { id: row.id, name: called }, row, own)
      conflict(step, name, row.id, called, decisive)
      return []
    })
    await rewriteRecords(step, record, columns, restored as never, { now })
    await replaceParts(step, record, restored)
    const ids = restored.map(({ id }) => id)
    await removeImportedEvents(step, importId, edits, ids)
    await afterwards?.(step, restored)
    return restored.length
  }
}

export interface ImportedRows extends Pick<ImportedRecords, 'dependsOn' | 'fills'> {
  record: RecordDefinition
  /** What the record `c` is called. */
  called?: RawBuilder<string>
  /** Kinds of events that tell that somebody has changed it, or else what happened with it, for which it stays. */
  edits?: readonly string[]
  traces?(step: UndoStep): RawBuilder<string | null>
  /** Why the record `c` stays, before it is asked what has happened with it. */
  reason?(step: UndoStep): RawBuilder<string | null>
  /** As what events name it; contacts and companies are in events about others too. */
  about?: 'subject' | 'contact' | 'company'
  remove?(step: UndoStep, ids: string[], made: readonly Made[]): Promise<void>
}

const none = sql<string | null>`null::text`

/** How the records that an import made are found, and taken away or kept. */
export function importedRows({
  record: { table, columns },
  called = sql`c.name`,
  edits = [],
  traces = step => editedSince(step, sql`c.id`, edits),
  reason = () => none,
  about = 'subject',
  remove = async (step, ids) => void (await deleteRows(step, table as Table, ids)),
  ...order
}: ImportedRows): Required<Pick<ImportedRecords, 'keep'>> & ImportedRecords {
  const owners = 'contactId' in columns ? sql`, c.contact_id, c.company_id` : sql``
  return {
    ...order,
    async findMade(step, limit) {
      const why = sql`coalesce(${reason(step)}, ${keptFor(step, table, 'c')}, ${traces(step)})`
      const { rows } = await sql<Made>`
        select c.id, ${called} as name, ${why} as reason${owners} from ${sql.table(table)} c
        where c.workspace_id = ${step.workspaceId} and c.import_id = ${step.importId}
        order by c.id limit ${limit}`.execute(step.db)
      return rows
    },
    async remove(step, made) {
      const ids = made.map(({ id }) => id)
      await removeEvents(step, about, ids)
      await remove(step, ids, made)
    },
    keep: async (step, ids) => void (await updateRows(step, table as Table, ids, { importId: null })),
  }
}
