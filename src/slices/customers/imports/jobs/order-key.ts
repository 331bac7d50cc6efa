import { cleanCell } from '../rows/cell.ts'
import type { RowRules } from '../rows/draft.ts'
import type { SourceRow } from '../reader.ts'
import type { ImportObject } from '../schema.ts'

/** What rows of the same order have in common, where a row is one item. */
export function orderKeyOf(object: ImportObject, { mapping }: RowRules): ((row: SourceRow) => string | null) | null {
  const at = (target: string) => mapping.findIndex(mapped => mapped?.target === target)
  if (object !== 'orders' || (at('itemName') < 0 && at('itemSku') < 0)) return null
  const column = Math.max(at('externalId'), at('number'))
  return column < 0 ? null : ({ cells }) => cleanCell(cells[column] ?? '') || null
}
