import { sql } from 'kysely'
import type { WorkspaceId } from '../../kernel/ids.ts'
import type { Db } from '../db/database.ts'
import { isDemoRecord } from '../record/demo-records.ts'

/** What was recorded since the event `first` is not handed to reactions any more: whoever recorded it did their work. */
export async function discardWaiting(tx: Db, workspaceId: WorkspaceId, first: string): Promise<void> {
  await tx.deleteFrom('eventBatches').where('workspaceId', '=', workspaceId).where('id', '>=', first).execute()
}

export async function deleteEventsAbout(
  tx: Db,
  workspaceId: WorkspaceId,
  subjectIds: readonly string[],
): Promise<void> {
  const about = sql`
    delete from events e where e.workspace_id = ${workspaceId} and e.subject_id = any(${subjectIds}::uuid[])`
  await about.execute(tx)
}

/** Takes the demo out of the log; events about one's own records, in `tables`, stay without the demo customer. */
export async function deleteDemoEvents(tx: Db, workspaceId: WorkspaceId, tables: readonly string[]): Promise<void> {
  const isOf = (column: string, table: string) => isDemoRecord(workspaceId, sql.ref(`e.${column}`), table)
  const customers = [
    ['contact_id', 'contacts'],
    ['company_id', 'companies'],
  ] as const
  for (const table of tables) {
    for (const [column, of] of customers) {
      const leave = sql`
        update events e set ${sql.ref(column)} = null from ${sql.table(table)} own
        where e.workspace_id = ${workspaceId} and own.workspace_id = e.workspace_id and own.id = e.subject_id
          and not own.is_demo and ${isOf(column, of)}`
      await leave.execute(tx)
    }
  }
  const ofContacts = sql`
    delete from events e where e.workspace_id = ${workspaceId} and ${isOf('contact_id', 'contacts')}`
  const atDemoCompanies = sql`
    update events e set company_id = null from contacts own
    where e.workspace_id = ${workspaceId} and own.workspace_id = e.workspace_id and own.id = e.contact_id
      and ${isOf('company_id', 'companies')}`
  const ofCompanies = sql`
    delete from events e where e.workspace_id = ${workspaceId} and ${isOf('company_id', 'companies')}`
  for (const statement of [ofContacts, atDemoCompanies, ofCompanies]) await statement.execute(tx)
  for (const table of tables) {
    const ofOthers = sql`delete from events e where e.workspace_id = ${workspaceId} and ${isOf('subject_id', table)}`
    await ofOthers.execute(tx)
  }
}
