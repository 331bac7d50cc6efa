import { defineMessages, readStored, refusal } from '../../../../kernel/messages.ts'
import { clip, storable } from '../../../../kernel/text.ts'
import { countRow, addFindings, type Findings } from '../counts.ts'
import type { Batch } from '../batches/batch.ts'
import type { ImportTarget } from '../import-target.ts'
import type { ImportableKind } from '../kinds.ts'
import type { RowResult } from '../plans/working.ts'
import type { SourceRow } from '../reader.ts'
import type { Problem } from '../rows/report.ts'
import type { ParsedRow, RowReader } from '../rows/rules.ts'
import type { RowError, StoredImport } from '../store.ts'
import { cardText } from '../vcard.ts'

const words = defineMessages('imports.process', {
  erased: 'This person was erased: the row is left out, and nothing of it is kept.',
  inColumn: '{column}: {reason}',
})

/** What was read of a batch: rows to import, and those that cannot be. */
export interface Parsed {
  source: SourceRow
  row: ParsedRow | null
  problems: Problem[]
}

export function parseRows(rows: SourceRow[], reader: RowReader): Parsed[] {
  return rows.map(source => {
    if (source.fault !== undefined) return { source, row: null, problems: [{ column: null, reason: source.fault }] }
    const row = reader(source.row, source.cells)
    return { source, row, problems: row.problems }
  })
}

/** Rows that were taken with a warning are kept with the refused ones, up to so many. */
const mostWarned = 10_000

const unread: RowResult = { outcome: 'unknown' }

/** Imports the rows of one batch; answers those that were refused or not taken whole. */
export async function processBatch(
  batch: Batch,
  { importTarget }: ImportableKind,
  { format }: StoredImport,
  parsed: Parsed[],
  findings: Findings,
  warnedSoFar: number,
): Promise<RowError[]> {
  const erased = await findErasedRows(batch, importTarget, parsed)
  const taken = parsed.filter(item => item.row !== null && item.problems.length === 0 && !erased.has(item))
  const drafts = taken.map(item => item.row!.draft)
  const results = await importTarget.write(batch, drafts)
  const resultOf = new Map(taken.map((item, at) => [item, results[at]!]))
  const errors: RowError[] = []
  const { counts } = batch
  for (const item of parsed) {
    const { outcome, reason, warning } = resultOf.get(item) ?? unread
    const why = erased.has(item) ? refusal(words, 'erased') : reason
    const problems = why === undefined ? item.problems : [{ column: null, reason: why }]
    const isRefused = problems.length > 0
    if (isRefused) counts.rows.refused++
    else countRow(counts, outcome)
    const further = warning === undefined ? [] : [{ column: null, reason: warning }]
    const warnings = isRefused ? [] : [...(item.row?.warnings ?? []), ...further]
    if (warnings.length > 0) counts.warned++
    addFindings(findings, item.source.row, problems, warnings)
    if (!isRefused && (warnings.length === 0 || warnedSoFar + counts.warned > mostWarned)) continue
    const { row, cells } = item.source
    const texts = format === 'vcard' ? [clip(cardText(cells[0] ?? ''), 2000)] : cells
    const reasons = [...problems, ...warnings].map(toText).join('\n')
    errors.push({
      rowNumber: row,
      reason: reasons,
      cells: erased.has(item) ? [] : texts.map(text => storable(clip(text, 20_000))),
      isRefused,
    })
  }
  return errors
}

/** The rows about people who were erased and have not come back since: a file must not bring them back. */
async function findErasedRows(batch: Batch, target: ImportTarget, parsed: Parsed[]): Promise<Set<Parsed>> {
  const read = parsed.filter(item => item.row !== null)
  const drafts = read.map(item => item.row!.draft)
  const erased = (await target.findErased?.(batch, drafts)) ?? []
  return new Set(read.filter((_, at) => erased[at]))
}

/** A text for each line; `reasonsIn` words them. */
function toText({ column, reason }: Problem): string {
  return column === null ? reason : refusal(words, 'inColumn', { column, reason: readStored(reason) ?? reason })
}
