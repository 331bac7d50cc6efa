/**
 * Which rows are selected, by id. A shift-click or shift-arrow selects from the anchor to where it points; doing it again
 * from the same anchor replaces that range and leaves what was selected before it.
 */
export interface Selection {
  ids: ReadonlySet<string>
  /** Row from which a range extends. */
  anchor: string | null
  /** What was selected before the range began. */
  before: ReadonlySet<string>
}

export const nothing: Selection = { ids: new Set(), anchor: null, before: new Set() }

export function toggleRow(selection: Selection, id: string): Selection {
  const ids = new Set(selection.ids)
  if (!ids.delete(id)) ids.add(id)
  return { ids, anchor: id, before: ids }
}

export function extendTo(selection: Selection, order: readonly string[], id: string): Selection {
  const to = order.indexOf(id)
  const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor)
  if (to < 0) return selection
  if (from < 0) return toggleRow({ ...selection, ids: without(selection.ids, id) }, id)
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { ...selection, ids: new Set([...selection.before, ...range]) }
}

export function selectAll(order: readonly string[]): Selection {
  const ids = new Set(order)
  return { ids, anchor: order[0] ?? null, before: ids }
}

function without(ids: ReadonlySet<string>, id: string): Set<string> {
  const rest = new Set(ids)
  rest.delete(id)
  return rest
}
