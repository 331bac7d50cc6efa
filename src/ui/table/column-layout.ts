/** How a person arranged the columns; what a saved view stores. Columns not in `order` follow in their given order. */
export interface ColumnLayout {
  order: readonly string[]
  hidden: readonly string[]
  widths: Readonly<Record<string, number>>
}

const minWidth = 72
export const naturalLayout: ColumnLayout = { order: [], hidden: [], widths: {} }

/** At least that of the heading: what it says is known before the rows are. */
export const naturalWidth = ({ label, width = 160 }: { label: string; width?: number }) =>
  Math.max(width, label.length * 7 + 16)

/** All keys in the arranged order; keys that no longer exist are dropped, new ones come last. */
export function arrange(keys: readonly string[], layout: ColumnLayout): string[] {
  const known = layout.order.filter(key => keys.includes(key))
  return [...known, ...keys.filter(key => !known.includes(key))]
}

/** Puts `key` where `target` stands now. */
export function moveColumn(keys: readonly string[], layout: ColumnLayout, key: string, target: string): ColumnLayout {
  const order = arrange(keys, layout)
  const from = order.indexOf(key)
  const to = order.indexOf(target)
  if (from < 0 || to < 0 || from === to) return layout
  order.splice(from, 1)
  order.splice(to, 0, key)
  return { ...layout, order }
}

/** Moves `key` one visible place to the left (−1) or right (+1). */
export function shiftColumn(keys: readonly string[], layout: ColumnLayout, key: string, step: -1 | 1): ColumnLayout {
  const visible = arrange(keys, layout).filter(other => !layout.hidden.includes(other))
  const target = visible[visible.indexOf(key) + step]
  return target === undefined ? layout : moveColumn(keys, layout, key, target)
}

export function showColumn(layout: ColumnLayout, key: string, isShown: boolean): ColumnLayout {
  const hidden = layout.hidden.filter(other => other !== key)
  return { ...layout, hidden: isShown ? hidden : [...hidden, key] }
}

export function resizeColumn(layout: ColumnLayout, key: string, width: number): ColumnLayout {
  return { ...layout, widths: { ...layout.widths, [key]: Math.max(minWidth, Math.round(width)) } }
}
