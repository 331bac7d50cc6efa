import { countRow, addFindings, noCounts, type Counts, type Findings } from '../counts.ts'
import { cardText } from '../card.ts'
import type { Batch } from '../batches/batch.ts'
import { importFirms } from '../batches/companies.ts'
import { importPeople } from '../batches/contacts.ts'
import { erasedReason, findErasedRows } from '../batches/erased.ts'
import { importNotes, writeNotes } from '../batches/notes.ts'
import { importOrders } from '../batches/orders.ts'
import type { Outcome } from '../plans/outcome.ts'
import type { ResolvedNote } from '../plans/plan-notes.ts'
import type { SourceRow } from '../reader.ts'
import type { CompanyDraft, ContactDraft, Drafts, NoteDraft, OrderDraft, ParsedRow, Problem } from '../rows/draft.ts'
import type { RowError } from '../store.ts'
import type { Reader } from './prepare.ts'

/** What was read of a batch: rows to import, and those that cannot be. */
export interface Parsed {
  source: SourceRow
  row: ParsedRow<Drafts[keyof Drafts]> | null
  problems: Problem[]
}

export interface Processed {
  counts: Counts
  errors: RowError[]
  orphans: { id: string; parent: string }[]
}

export function parseRows(rows: SourceRow[], reader: Reader): Parsed[] {
  return rows.map(source => {
    if (source.fault !== undefined) return { source, row: null, problems: [{ column: null, reason: source.fault }] }
    const row = reader(source.row, source.cells)
    return { source, row, problems: row.problems }
  })
}

/** Rows that were taken with a warning are kept with the refused ones, up to so many. */
const mostWarned = 10_000

/** Imports the rows of one batch and says what became of each. */
export async function processBatch(
  batch: Batch,
  object: keyof Drafts,
  parsed: Parsed[],
  findings: Findings,
  warnedSoFar: number,
  isCard: boolean,
): Promise<Processed> {
  const erased = await findErasedRows(batch, parsed)
  const taken = parsed.filter(one => one.row !== null && one.problems.length === 0 && !erased.has(one))
  const results = await importDrafts(
    batch,
    object,
    taken.map(one => one.row!.draft),
  )
  const resultOf = new Map(taken.map((one, at) => [one, results.outcomes[at]!]))
  const errors: RowError[] = []
  const { counts } = batch
  for (const one of parsed) {
    const { outcome, reason, warning } = resultOf.get(one) ?? {
      outcome: 'unknown' as const,
      reason: undefined,
      warning: undefined,
    }
    const refusal = erased.has(one) ? erasedReason : reason
    const problems = refusal === undefined ? one.problems : [{ column: null, reason: refusal }]
    const isRefused = problems.length > 0
    if (isRefused) counts.rows.refused++
    else countRow(counts, outcome)
    const warnings = isRefused
      ? []
      : [...(one.row?.warnings ?? []), ...(warning === undefined ? [] : [{ column: null, reason: warning }])]
    if (warnings.length > 0) counts.warned++
    addFindings(findings, one.source.row, problems, warnings)
    if (!isRefused && (warnings.length === 0 || warnedSoFar + counts.warned > mostWarned)) continue
    const cells = isCard
      ? [
          cardText(one.source.cells[0] ?? '')
            .slice(0, 2000)
            .toWellFormed(),
        ]
      : one.source.cells
    errors.push({
      rowNumber: one.source.row,
      reason: [...problems, ...warnings].map(toText).join(' '),
      cells: erased.has(one) ? [] : cells.map(storable),
      isRefused,
    })
  }
  return { counts, errors, orphans: results.orphans }
}

function toText({ column, reason }: Problem): string {
  return column === null ? reason : `${column}: ${reason}`
}

/** The database keeps any text but for zero bytes and halves of characters. */
function storable(cell: string): string {
  return (cell.includes('\u0000') ? cell.replaceAll('\u0000', '') : cell).slice(0, 20_000).toWellFormed()
}

interface Result {
  outcome: Outcome
  reason?: string
  warning?: string
}

async function importDrafts(
  batch: Batch,
  object: keyof Drafts,
  drafts: Drafts[keyof Drafts][],
): Promise<{ outcomes: Result[]; orphans: Processed['orphans'] }> {
  switch (object) {
    case 'contacts': {
      const people = drafts as ContactDraft[]
      const outcomes = await importPeople(batch, people, { isCreating: true, lifecycle: 'lead', isMinor: false })
      await writeNotes(
        batch,
        people.flatMap((draft, at) => noteOf(draft, outcomes[at]!)),
      )
      return { outcomes, orphans: [] }
    }
    case 'companies': {
      const firms = drafts as CompanyDraft[]
      const { outcomes, orphans } = await importFirms(batch, firms)
      await writeNotes(
        batch,
        firms.flatMap((draft, at) => noteOf(draft, { contactId: null, companyId: outcomes[at]!.companyId })),
      )
      return { outcomes, orphans }
    }
    case 'orders':
      return { outcomes: await importOrders(batch, drafts as OrderDraft[]), orphans: [] }
    case 'notes': {
      const outcomes = await importNotes(batch, drafts as NoteDraft[])
      const reason = 'Nobody here has this e-mail, phone, id or company name, and the import may not make them.'
      return {
        outcomes: outcomes.map(outcome => (outcome === 'unknown' ? { outcome, reason } : { outcome })),
        orphans: [],
      }
    }
  }
}

/** The note that a contact's or company's own row brings. */
function noteOf(
  draft: ContactDraft | CompanyDraft,
  { contactId, companyId }: { contactId: string | null; companyId: string | null },
): ResolvedNote[] {
  if (draft.note === null || (contactId === null && companyId === null)) return []
  const owner = contactId === null ? { contactId: null, companyId } : { contactId, companyId: null }
  return [
    {
      sourceId: null,
      body: draft.note,
      ...owner,
      eventCompanyId: companyId,
      authorId: draft.ownerId,
      createdAt: draft.createdAt,
    },
  ]
}

export function newCounts(): Counts {
  return noCounts()
}
