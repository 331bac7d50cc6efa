import type { Outcome } from './plans/outcome.ts'
import type { UndoResult } from './schema.ts'

/** What an import did, or would do: rows by what became of them, records by what they are. */
export interface Counts {
  rows: { created: number; updated: number; unchanged: number; repeated: number; refused: number }
  /** Rows that were taken although a value of theirs was left out. */
  warned: number
  contacts: Made
  companies: Made
  orders: Made
  returns: Made
  notes: Made
}

export interface Made {
  created: number
  updated: number
}

export const recordKinds = ['contacts', 'companies', 'orders', 'returns', 'notes'] as const
export type RecordKind = (typeof recordKinds)[number]

export function noCounts(): Counts {
  const none = () => ({ created: 0, updated: 0 })
  return {
    rows: { created: 0, updated: 0, unchanged: 0, repeated: 0, refused: 0 },
    warned: 0,
    contacts: none(),
    companies: none(),
    orders: none(),
    returns: none(),
    notes: none(),
  }
}

export function addCounts(a: Counts, b: Counts): Counts {
  const made = (kind: RecordKind) => ({
    created: a[kind].created + b[kind].created,
    updated: a[kind].updated + b[kind].updated,
  })
  return {
    rows: {
      created: a.rows.created + b.rows.created,
      updated: a.rows.updated + b.rows.updated,
      unchanged: a.rows.unchanged + b.rows.unchanged,
      repeated: a.rows.repeated + b.rows.repeated,
      refused: a.rows.refused + b.rows.refused,
    },
    warned: a.warned + b.warned,
    contacts: made('contacts'),
    companies: made('companies'),
    orders: made('orders'),
    returns: made('returns'),
    notes: made('notes'),
  }
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

export function noUndo(): UndoResult {
  const removed = { contacts: 0, companies: 0, orders: 0, returns: 0, notes: 0, fields: 0, tags: 0 }
  return {
    totalRecords: 0,
    doneRecords: 0,
    removed,
    restored: 0,
    kept: [],
    keptCount: 0,
    conflicts: [],
    conflictCount: 0,
  }
}
