import { sql, type RawBuilder } from 'kysely'
import type { Tenant } from '../db/database.ts'
import { isDemoRecord } from '../record/demo-records.ts'

/** What was recorded since the event `first` is not handed to reactions any more: whoever recorded it did their work. */
export async function discardWaiting({ db, workspaceId }: Tenant, first: string): Promise<void> {
  await db.deleteFrom('eventBatches').where('workspaceId', '=', workspaceId).where('id', '>=', first).execute()
}

/** The tables to which the columns `contact_id` and `company_id` of the log point. */
export interface Customers {
  contacts: string
  companies: string
}

/** Takes the demo out of the log; events about one's own records, in `tables`, stay without the demo customer. */
export async function deleteDemoEvents(
  { db, workspaceId }: Tenant,
  { contacts, companies }: Customers,
  tables: readonly string[],
): Promise<void> {
  const isOf = (column: string, table: string) => isDemoRecord(workspaceId, sql.ref(`e.${column}`), table)
  const isOfContact = isOf('contact_id', contacts)
  const isOfCompany = isOf('company_id', companies)
  const leave = (table: string, key: string, column: string, isOfDemo: RawBuilder<boolean>) => sql`
    update events e set ${sql.ref(column)} = null from ${sql.table(table)} own
    where e.workspace_id = ${workspaceId} and own.workspace_id = e.workspace_id and own.id = ${sql.ref(`e.${key}`)}
      and not own.is_demo and ${isOfDemo}`
  const take = (isOfDemo: RawBuilder<boolean>) => sql`
    delete from events e where e.workspace_id = ${workspaceId} and ${isOfDemo}`
  for (const table of tables) {
    await leave(table, 'subject_id', 'contact_id', isOfContact).execute(db)
    await leave(table, 'subject_id', 'company_id', isOfCompany).execute(db)
  }
  await take(isOfContact).execute(db)
  await leave(contacts, 'contact_id', 'company_id', isOfCompany).execute(db)
  await take(isOfCompany).execute(db)
  for (const table of tables) await take(isOf('subject_id', table)).execute(db)
}
