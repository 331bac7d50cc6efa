import { sql } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
import { insertRows } from '../../../platform/db/insert-rows.ts'
import type { ListColumn } from '../../../platform/list/filter.ts'
import { jsonOf, listColumns, selectOf } from '../../../platform/record/fragments.ts'
import { factColumns, listedFacts } from './record.ts'

export { countedAs, isCounted } from './counted.ts'
export { addToFacts, rebuildFacts, refold } from './fold.ts'
export { rebuildAllFacts } from './rebuild.ts'
export { recount } from './recount.ts'

/** The facts, where `f` is their row: in lists, and all of them as JSON. */
export const factsSelect = selectOf(listedFacts, 'f')
export const factsJson = sql`json_build_object(${jsonOf(factColumns, 'f')})`

/** What lists of contacts or companies filter and sort by; the index of a fact ends with the id of whose it is. */
export function factFilters(of: 'contact' | 'company'): Record<string, ListColumn> {
  const id = sql.raw(`f.${of}_id`)
  const columns = Object.entries(listColumns(listedFacts, 'f'))
  return Object.fromEntries(columns.map(([key, column]) => [key, { ...column, id }]))
}

/** Empty facts of new contacts or companies. */
export async function insertFacts(
  tx: Db,
  workspaceId: WorkspaceId,
  of: 'contact' | 'company',
  ids: readonly string[],
): Promise<void> {
  const key = `${of}Id`
  await insertRows<Record<string, string>>(
    tx,
    workspaceId,
    `${of}_facts`,
    { [key]: 'uuid' },
    ids.map(id => ({ [key]: id })),
  )
}
