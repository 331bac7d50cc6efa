import type { ColumnLayout } from '../../../../ui/table/column-layout.ts'
import { arrange } from '../../../../ui/table/column-layout.ts'

/** The shown columns in their order as a saved view keeps them: `name`, or `name:240` where the width was set. */
export function writeColumns(keys: readonly string[], layout: ColumnLayout): string[] {
  return arrange(keys, layout)
    .filter(key => !layout.hidden.includes(key))
    .map(key => (layout.widths[key] === undefined ? key : `${key}:${layout.widths[key]}`))
}

/** Columns that came after the view was saved stay hidden. */
export function readColumns(keys: readonly string[], columns: readonly string[]): ColumnLayout {
  const parts = columns.map(code => /^(.*?)(?::(\d+))?$/.exec(code)!)
  const order = parts.map(part => part[1]!)
  return {
    order,
    hidden: keys.filter(key => !order.includes(key)),
    widths: Object.fromEntries(parts.flatMap(([, key, width]) => (width === undefined ? [] : [[key!, Number(width)]]))),
  }
}
