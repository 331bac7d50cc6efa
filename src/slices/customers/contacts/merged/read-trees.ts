import { sql } from 'kysely'
import type { Tenant } from '../../../../platform/db/database.ts'
import { findRows } from '../../../../platform/db/row.ts'
import { selectOf } from '../../../../platform/record/fragments.ts'
import { rootId } from '../root.ts'
import { mergedColumns, type MergeableRow } from '../record.ts'
import type { Choices, Own } from './effective.ts'
import type { Values } from './values.ts'

const mergeable = selectOf(mergedColumns, 'c')

/** A contact in its tree of merges. */
export interface Node {
  id: string
  row: MergeableRow
  searchText: string
  /** Its own live handles, oldest first. */
  handles: { kind: string; value: string; normal: string; isPrimary: boolean }[]
  /** The merges into it that hold, in their order. */
  merges: { id: string; mergedId: string; choices: Choices }[]
  /** What was kept of it when it was shown last; null when nothing was merged into it. */
  kept: (Own & { shown: Values }) | null
}

export interface Trees {
  nodes: Map<string, Node>
  /** The contacts asked for and the survivors above them, those before these. */
  above: Set<string>
}

/** The whole trees of merges that these contacts stand in. */
export async function readTrees(tenant: Tenant, ids: readonly string[]): Promise<Trees> {
  const above = await sql<{ id: string }>`
    with recursive up (id) as (
      select given.id from unnest(${ids}::uuid[]) as given (id)
      union
      select m.survivor_id from up join merges m on m.merged_id = up.id where m.workspace_id = ${tenant.workspaceId} and m.undone_at is null)
    select up.id from up`.execute(tenant.db)
  const rows = await sql<MergeableRow & { id: string; searchText: string }>`
    with roots as materialized (
      select distinct ${rootId('c')} as id from contacts c where c.workspace_id = ${tenant.workspaceId} and c.id = any(${ids}::uuid[])),
    tree as materialized (
      select roots.id from roots
      union all
      select c.id from roots join contacts c on c.merged_into = roots.id where c.workspace_id = ${tenant.workspaceId} and c.merged_into is not null)
    select c.id, c.search_text, ${mergeable}
    from tree join contacts c on c.id = tree.id where c.workspace_id = ${tenant.workspaceId}`.execute(tenant.db)
  const nodes = new Map(
    rows.rows.map(({ id, searchText, ...row }): [string, Node] => [
      id,
      { id, row, searchText, handles: [], merges: [], kept: null },
    ]),
  )
  await addTo(tenant, nodes)
  return { nodes, above: new Set(above.rows.map(row => row.id)) }
}

async function addTo(tenant: Tenant, nodes: Map<string, Node>): Promise<void> {
  const contactId = [...nodes.keys()]
  const inOrder = sql`order by created_at, id`
  const holding = { survivorId: contactId, undoneAt: null }
  const merges = await findRows(tenant, 'merges', ['id', 'survivorId', 'mergedId', 'choices'], holding, inOrder)
  for (const { survivorId, ...merge } of merges) nodes.get(survivorId)!.merges.push(merge as Node['merges'][number])
  const columns = ['contactId', 'kind', 'value', 'normal', 'isPrimary'] as const
  const handles = await findRows(tenant, 'handles', columns, { contactId, deletedAt: null }, inOrder)
  for (const { contactId, ...handle } of handles) nodes.get(contactId)!.handles.push(handle)
  for (const row of await findRows(tenant, 'mergeValues', ['contactId', 'own', 'shown', 'pins'], { contactId }))
    nodes.get(row.contactId)!.kept = { values: row.own, shown: row.shown, pins: row.pins } as Node['kept']
}
