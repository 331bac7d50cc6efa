import { sql, type RawBuilder } from 'kysely'
import type { Columns, New, RecordDefinition } from '../../../kernel/record/record.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { workspaceOf } from '../../../platform/db/join.ts'
import { deleteRows, insertAll, type Table } from '../../../platform/db/row.ts'
import type { ListColumn } from '../../../platform/list/filter.ts'
import { jsonOf, listColumns, selectOf } from '../../../platform/record/fragments.ts'
import { insertRecords } from '../../../platform/record/statements.ts'
import { factColumns, listedFacts } from './record.ts'

export { listedFacts } from './record.ts'
export { refold } from './fold.ts'
export { countEvents } from './reactions.ts'
export { rebuildAllFacts, rebuildFacts, recount } from './rebuild.ts'
export { rootsOf } from './whose.ts'

/** The facts, where `f` is their row: in lists, and all of them as JSON. */
export const factsSelect = selectOf(listedFacts, 'f')
export const factsJson = sql`json_build_object(${jsonOf(factColumns, 'f')})`

/** Joins as `f` the facts of the contact or company `c`. */
export const joinFacts = (of: 'contact' | 'company') =>
  sql.raw(`join ${of}_facts f on f.workspace_id = c.workspace_id and f.${of}_id = c.id`)

/** What lists of contacts or companies filter and sort by; the index of a fact ends with the id of whose it is. */
export function factFilters(of: 'contact' | 'company'): Record<string, ListColumn> {
  const id = sql.raw(`f.${of}_id`)
  const columns = Object.entries(listColumns(listedFacts, 'f'))
  return Object.fromEntries(columns.map(([key, column]) => [key, { ...column, id }]))
}

/** Whether the contact in the column `of` has bought nothing, and nothing happened since. */
export function isQuietSince(of: string, since: Date): RawBuilder<boolean> {
  const facts = sql.raw(`contact_facts f where f.workspace_id = ${workspaceOf(of)} and f.contact_id = ${of}`)
  return sql<boolean>`not exists (select from ${facts}
      and (f.orders > 0 or f.returns > 0 or f.last_touch_at >= ${since}))`
}

/** Empty facts of contacts or companies that have none: new ones, and those that stand on their own again. */
export async function openFacts(tenant: Tenant, of: 'contact' | 'company', ids: readonly string[]): Promise<void> {
  const once = sql`on conflict do nothing`
  if (of === 'contact')
    await insertAll(
      tenant,
      'contactFacts',
      ids.map(contactId => ({ contactId })),
      once,
    )
  else
    await insertAll(
      tenant,
      'companyFacts',
      ids.map(companyId => ({ companyId })),
      once,
    )
}

/** Rows for new contacts or companies, with empty facts beside them; two statements for any number. */
export function insertingWithFacts<C extends Columns & Record<'id', Columns[string]>>(
  definition: RecordDefinition<'contact' | 'company', C>,
) {
  return async (tenant: Tenant, records: readonly (New<C> & { id: string })[], now: Date) => {
    await insertRecords(tenant, definition, records, now)
    const ids = records.map(({ id }) => id)
    await openFacts(tenant, definition.name, ids)
  }
}

/** Takes contacts or companies away for good, with their facts. What refers to them must be gone before. */
export function removingWithFacts({ name, table }: { name: 'contact' | 'company'; table: string }) {
  return async (tenant: Tenant, ids: readonly string[]): Promise<void> => {
    await removeFacts(tenant, name, ids)
    await deleteRows(tenant, table as Table, ids)
  }
}

/** Takes away the facts of contacts or companies that are going for good. */
export async function removeFacts(tenant: Tenant, of: 'contact' | 'company', ids: readonly string[]): Promise<void> {
  if (of === 'contact') await deleteRows(tenant, 'contactFacts', { contactId: ids })
  else await deleteRows(tenant, 'companyFacts', { companyId: ids })
}
