import { sql, type RawBuilder } from 'kysely'
import type { RecordDefinition } from '../../../../kernel/record/record.ts'
import type { Tenant } from '../../../../platform/db/database.ts'
import { removeEvents } from '../../../../platform/events/remove-events.ts'
import { keepImported, removeRecords } from '../../../../platform/record/statements.ts'
import type { ImportedRecords, Made } from '../imported-records.ts'
import { editedSince, keptFor } from './reasons.ts'
import type { UndoStep } from './undo-step.ts'

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
  remove?(tenant: Tenant, ids: string[], made: readonly Made[]): Promise<void>
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
  remove = (tenant, ids) => removeRecords(tenant, table, ids),
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
    keep: (step, ids) => keepImported(step, table, ids),
  }
}
