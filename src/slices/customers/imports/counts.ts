import type { Outcome } from './plans/working.ts'
import type { ImportCounts, UndoResult } from './schema.ts'

/** What an import did, or would do: rows by what became of them, records by their table. */
export type Counts = ImportCounts

export function noCounts(tables: readonly string[]): Counts {
  return {
    rows: { created: 0, updated: 0, unchanged: 0, repeated: 0, refused: 0 },
    warned: 0,
    records: Object.fromEntries(tables.map(table => [table, { created: 0, updated: 0 }])),
  }
}

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    rows: added(a.rows, b.rows),
    warned: a.warned + b.warned,
    records: Object.fromEntries(
      Object.entries(b.records).map(([table, made]) => [table, added(a.records[table] ?? noneMade, made)]),
    ),
  }
}

const noneMade = { created: 0, updated: 0 }

function added<Numbers extends Record<string, number>>(a: Numbers, b: Numbers): Numbers {
  return Object.fromEntries(Object.entries(b).map(([key, number]) => [key, a[key]! + number])) as Numbers
}

export function countRow(counts: Counts, outcome: Outcome): void {
  counts.rows[outcome === 'unknown' ? 'refused' : outcome]++
}
/** Problems and warnings of a run as they are shown: the first refusals, and warnings gathered by what they say. */
export interface Findings {
  problems: { row: number; column: string | null; reason: string }[]
  warnings: { column: string | null; reason: string; rows: number; firstRow: number }[]
}

const mostProblems = 100
const mostWarnings = 50

export function addFindings(
  to: Findings,
  row: number,
  problems: { column: string | null; reason: string }[],
  warnings: { column: string | null; reason: string }[],
): void {
  for (const problem of problems) if (to.problems.length < mostProblems) to.problems.push({ row, ...problem })
  for (const { column, reason } of warnings) {
    const known = to.warnings.find(warning => warning.column === column && warning.reason === reason)
    if (known) known.rows++
    else if (to.warnings.length < mostWarnings) to.warnings.push({ column, reason, rows: 1, firstRow: row })
  }
}

export function noUndo(tables: readonly string[]): UndoResult {
  return {
    totalRecords: 0,
    doneRecords: 0,
    removed: Object.fromEntries([...tables, 'fields', 'tags'].map(kind => [kind, 0])),
    restored: 0,
    kept: [],
    keptCount: 0,
    conflicts: [],
    conflictCount: 0,
  }
}
