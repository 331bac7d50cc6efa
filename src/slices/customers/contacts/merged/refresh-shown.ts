import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Tenant } from '../../../../platform/db/database.ts'
import { insertAll } from '../../../../platform/db/row.ts'
import { searchText } from '../contact.ts'
import { dropMergeValues } from '../handles.ts'
import { show, takeEdits, type Own } from './effective.ts'
import { readTrees, type Node } from './read-trees.ts'
import { writeRows } from './rows.ts'
import { rowOf, valuesOf, type Name, type Values } from './values.ts'

/**
 * Brings the rows of these contacts and of the survivors above them in line with the merges that hold: each survivor shows
 * its own values, filled with those of the contacts merged into it. To be called in the transaction of whatever has changed
 * merges, the row of a merged contact, or handles. `updated_at` stays: nobody has edited anything.
 */
export async function refreshShown(
  tenant: Tenant,
  ids: readonly string[],
  { fresh = new Set(), isSource = false }: ShownOptions = {},
): Promise<void> {
  const { nodes, above } = await readTrees(tenant, ids)
  const done = new Map<string, Refreshed>()
  for (const id of above) refresh(id, { nodes, above, done, fresh, isSource })
  const all = [...done.values()]
  const changed = all
    .filter(hasChanged)
    .map(({ node, values, searchText }) => ({ ...rowOf(values), id: node.id, searchText }))
  await writeRows(tenant, changed)
  const merged = all.flatMap(({ node, own, values: shown }) =>
    own ? [{ contactId: node.id, own: own.values, shown, pins: own.pins }] : [],
  )
  const instead = sql`on conflict (workspace_id, contact_id) do update
    set own = excluded.own, shown = excluded.shown, pins = excluded.pins`
  await insertAll(tenant, 'mergeValues', merged, instead)
  const gone = all.filter(({ node, own }) => own === null && node.kept !== null).map(({ node }) => node.id)
  await dropMergeValues(tenant, gone)
}

interface ShownOptions {
  /** The merges added in this transaction: edits made before do not overrule them. */
  fresh?: ReadonlySet<string>
  /** What differs was told by the contact's source, not edited over what the merges show. */
  isSource?: boolean
}

interface Refreshed {
  node: Node
  /** Null when nothing is merged into it: the values are its own. */
  own: Own | null
  values: Values
  searchText: string
}

interface Work {
  nodes: Map<string, Node>
  above: Set<string>
  done: Map<string, Refreshed>
  fresh: ReadonlySet<string>
  isSource: boolean
}

function refresh(id: string, work: Work): Values {
  const node = work.nodes.get(id)!
  if (!work.above.has(id)) return valuesOf(node.row)
  const known = work.done.get(id)
  if (known) return known.values
  const sources = node.merges.map(({ id: mergeId, mergedId, choices }) => ({
    mergeId,
    choices,
    values: refresh(mergedId, work),
  }))
  const row = valuesOf(node.row)
  const edited = ownOf(node, row, work)
  const below = membersOf(node, work.nodes)
  const handles = below.flatMap(member => member.handles)
  const own = withOwnAddresses(edited, node, new Set(handles.map(({ kind, normal }) => `${kind} ${normal}`)))
  const placeholders = new Set(handles.flatMap(({ value, normal }) => [value, normal]))
  const values = sources.length > 0 ? show(own, sources, placeholders) : own.values
  const names = [
    values,
    own.values,
    ...below.slice(1).map(({ id: other, row: its }) => work.done.get(other)?.values ?? valuesOf(its)),
  ]
  const text = searchText([...new Set(names.map(({ name }) => (name as Name).name))], handles)
  work.done.set(id, { node, own: sources.length > 0 ? own : null, values, searchText: text })
  return values
}

function ownOf({ kept, merges }: Node, row: Values, { fresh, isSource }: Work): Own {
  if (!kept) return { values: row, pins: {} }
  const overruled = merges.map(merge => merge.id).filter(mergeId => !fresh.has(mergeId))
  const own = takeEdits(kept, kept.shown, row, overruled)
  return isSource ? { ...own, pins: kept.pins } : own
}

function membersOf(node: Node, nodes: Map<string, Node>): Node[] {
  return [node, ...node.merges.flatMap(({ mergedId }) => membersOf(nodes.get(mergedId)!, nodes))]
}

/** An e-mail or phone that is no longer a handle here, such as one that left with a merged contact, gives way to an own one. */
function withOwnAddresses(own: Own, node: Node, held: ReadonlySet<string>): Own {
  const values = { ...own.values }
  for (const kind of ['email', 'phone']) {
    const value = values[kind] as string | null
    if (value === null || held.has(`${kind} ${value}`)) continue
    const left = node.handles.filter(handle => handle.kind === kind)
    if (left.length === 0 && !own.pins[kind]) continue
    values[kind] = (left.find(handle => handle.isPrimary) ?? left[0])?.normal ?? null
  }
  return { ...own, values }
}

function hasChanged({ node, values, searchText: text }: Refreshed): boolean {
  return text !== node.searchText || !isDeepStrictEqual(rowOf(values), node.row)
}
