import type { SourceRow } from '../reader.ts'

const batchRows = 2000
const mostRows = 6000

/**
 * Gathers rows into batches. A batch does not end between two rows of the same order (`keyOf`), as far as that is
 * possible with a bounded batch.
 */
export async function* inBatches(
  rows: AsyncGenerator<SourceRow[]>,
  keyOf: ((row: SourceRow) => string | null) | null,
  size = batchRows,
): AsyncGenerator<SourceRow[]> {
  let waiting: SourceRow[] = []
  for await (const portion of rows) {
    waiting.push(...portion)
    while (waiting.length > size) {
      const end = endOf(waiting, keyOf, size)
      if (end === null) break
      yield waiting.slice(0, end)
      waiting = waiting.slice(end)
    }
  }
  while (waiting.length > 0) {
    const end = endOf(waiting, keyOf, size) ?? waiting.length
    yield waiting.slice(0, end)
    waiting = waiting.slice(end)
  }
}

/** Where the batch ends; null when it cannot be said before more rows are read. */
function endOf(rows: SourceRow[], keyOf: ((row: SourceRow) => string | null) | null, size: number): number | null {
  if (rows.length <= size) return null
  if (keyOf === null) return size
  const key = keyOf(rows[size - 1]!)
  let end = size
  while (end < rows.length && key !== null && keyOf(rows[end]!) === key) end++
  return end < rows.length ? end : rows.length >= mostRows ? rows.length : null
}
