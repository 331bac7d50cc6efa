import { sql } from 'kysely'
import type { Tenant } from '../../../../platform/db/database.ts'
import { findRows, updateEach } from '../../../../platform/db/row.ts'
import { selectOf } from '../../../../platform/record/fragments.ts'
import { mergedColumns, type MergeableRow } from '../record.ts'
import { takeEdits, type Own } from './effective.ts'
import { refreshShown } from './refresh-shown.ts'
import { rowOf, valuesOf, type Values } from './values.ts'
import { writeRows } from './rows.ts'

const mergeable = selectOf(mergedColumns, 'c')

/**
 * Runs `work` while the rows of these contacts hold their own values only. What it writes into them comes from their
 * source: it fills and is filled like everything else, and an unmerge leaves it with the contact that it was written for.
 */
export async function onOwnRows<T>(tenant: Tenant, ids: readonly string[], work: () => Promise<T>): Promise<T> {
  const isInTree = sql`and (has_merged or merged_into is not null)`
  const rows = await findRows(tenant, 'contacts', ['id', 'mergedInto'], { id: ids }, isInTree)
  if (rows.length === 0) return work()
  const roots = rows.map(row => row.mergedInto ?? row.id)
  await findRows(tenant, 'contacts', ['id'], { id: roots }, sql`order by id for no key update`)
  const inTrees = rows.map(row => row.id)
  await unfill(tenant, inTrees)
  const result = await work()
  await refreshShown(tenant, inTrees, { isSource: true })
  return result
}

/** The own values of those of these contacts that show others' as well. */
export async function readOwnRows(tenant: Tenant, ids: readonly string[]): Promise<Map<string, MergeableRow>> {
  return new Map((await readOwn(tenant, ids)).map(({ id, own }) => [id, rowOf(own.values)]))
}

interface Filled {
  id: string
  searchText: string
  own: Own
}

async function readOwn({ db, workspaceId }: Tenant, ids: readonly string[]): Promise<Filled[]> {
  const { rows } = await sql<
    MergeableRow & { id: string; searchText: string; own: Values; shown: Values; pins: Own['pins']; mergeIds: string[] }
  >`
    select c.id, c.search_text, ${mergeable}, v.own, v.shown, v.pins,
      array(select m.id from merges m where m.workspace_id = v.workspace_id and m.survivor_id = v.contact_id and m.undone_at is null) as merge_ids
    from merge_values v join contacts c on c.workspace_id = v.workspace_id and c.id = v.contact_id
    where v.workspace_id = ${workspaceId} and v.contact_id = any(${ids}::uuid[])`.execute(db)
  return rows.map(({ id, searchText, own, shown, pins, mergeIds, ...row }) => ({
    id,
    searchText,
    own: takeEdits({ values: own, pins }, shown, valuesOf(row), mergeIds),
  }))
}

/** Makes the rows read what is the contacts' own. */
async function unfill(tenant: Tenant, ids: string[]): Promise<void> {
  const filled = await readOwn(tenant, ids)
  const unfilled = filled.map(({ id, searchText, own }) => ({ ...rowOf(own.values), id, searchText }))
  await writeRows(tenant, unfilled)
  const rows = filled.map(({ id, own: { values, pins } }) => ({ contactId: id, own: values, shown: values, pins }))
  await updateEach(tenant, 'mergeValues', ['contactId'], rows)
}
