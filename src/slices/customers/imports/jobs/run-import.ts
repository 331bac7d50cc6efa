import type { Ctx } from '../../../../platform/context.ts'
import { tellLive } from '../../../../platform/events/live.ts'
import { record } from '../../../../platform/events/record.ts'
import { handOverSince } from '../../../workspace/members/public.ts'
import { countEvents } from '../../facts/public.ts'
import { setOptions } from '../../fields/public.ts'
import { newBatch, type Batch } from '../batches/batch.ts'
import { writeChanges } from '../batches/touched.ts'
import { runJobName } from '../commands/start-import.ts'
import { addCounts, noCounts, type Findings } from '../counts.ts'
import { importEvents } from '../events.ts'
import { insertErrors, updateImport, type RunPosition, type StoredImport } from '../store.ts'
import { inBatches } from './batches.ts'
import { importJob, inBatch } from './import-job.ts'
import { countFilled, prepare, type Prepared } from './prepare.ts'
import { parseRows, processBatch, type Parsed } from './process.ts'

/** Imports the file batch by batch. What a batch does and where it ends commit together, so a crash costs nothing. */
export const runImport = importJob(runJobName, 'running', runAll, {
  told: 'import.finished',
  changes: now => ({ status: 'failed', finishedAt: now }),
})

const start: RunPosition = { offset: 0, row: 1, seq: 0, orphans: [], rate: 0 }

async function runAll(ctx: Ctx, found: StoredImport, signal: AbortSignal): Promise<void> {
  const prepared = await prepare(ctx, found)
  const from = found.position && found.position.offset > 0 ? found.position : null
  let position = found.position ?? start
  await countFilled(ctx)
  const groupKey = prepared.kind.importTarget.groupKey?.(prepared.rules) ?? null
  let begun = performance.now()
  let working: Promise<RunPosition | null> = Promise.resolve(position)
  for await (const batch of inBatches(prepared.rows(from), groupKey)) {
    const parsed = parseRows(batch, prepared.reader)
    const reached = await working
    if (reached === null) return
    position = reached
    signal.throwIfAborted()
    await countFilled(ctx)
    const rate = batch.length / Math.max(0.001, (performance.now() - begun) / 1000)
    begun = performance.now()
    const { offset, row } = batch.at(-1)!
    const smooth = position.rate === 0 ? rate : position.rate * 0.8 + rate * 0.2
    const next = { offset, row: row + 1, rate: Math.round(smooth) }
    // The next rows are read while the database is at work on these; what it throws is thrown above.
    working = commit(ctx, found, position, (ctx, current) => importBatch(ctx, prepared, current, parsed, next))
    working.catch(() => {})
  }
  const last = await working
  if (last) await commit(ctx, found, last, (ctx, current) => finish(ctx, prepared, current))
}

/** One batch, unless another process runs this import too and was quicker. */
function commit(
  ctx: Ctx,
  { id }: StoredImport,
  expected: RunPosition,
  work: (ctx: Ctx, current: StoredImport) => Promise<RunPosition>,
): Promise<RunPosition | null> {
  return inBatch(ctx, id, async (ctx, current) => {
    const isOurs = current?.status === 'running' && (current.position ?? start).offset === expected.offset
    return isOurs ? work(ctx, current) : null
  })
}

async function importBatch(
  ctx: Ctx,
  { run, kind, rules }: Prepared,
  current: StoredImport,
  parsed: Parsed[],
  next: Pick<RunPosition, 'offset' | 'row' | 'rate'>,
): Promise<RunPosition> {
  const { importId } = run
  const before = current.counts.run ?? noCounts(run.tables)
  const findings: Findings = current.preview?.run ?? { problems: [], warnings: [] }
  const batch = newBatch(ctx, run)
  const errors = await processBatch(batch, kind, current, parsed, findings, before.warned)
  const seq = await write(batch, current.position?.seq ?? 0)
  for (const field of rules.fields) {
    const choices = rules.choices.get(field.key)
    if (choices?.isOpen && choices.options.size > field.options.length)
      await setOptions(batch, field.id, [...choices.options.values()])
  }
  await insertErrors(batch, importId, errors)
  const position = { ...next, seq, orphans: [...(current.position?.orphans ?? []), ...batch.orphans] }
  await updateImport(batch, importId, {
    position,
    doneRows: current.doneRows + parsed.length,
    counts: { ...current.counts, run: addCounts(before, batch.counts) },
    preview: { ...current.preview, run: findings },
  })
  await tellLive(ctx, ['import.progressed', `${current.object}.imported`], [importId])
  return position
}

async function finish(ctx: Ctx, { run, kind }: Prepared, current: StoredImport): Promise<RunPosition> {
  const { importId } = run
  const batch = newBatch(ctx, run)
  await kind.importTarget.adopt?.(batch, current.position?.orphans ?? [])
  await write(batch, current.position?.seq ?? 0)
  const counts = { ...current.counts, run: addCounts(current.counts.run ?? noCounts(run.tables), batch.counts) }
  const ended = { status: 'done', totalRows: current.doneRows, position: null, finishedAt: ctx.now() } as const
  await updateImport(batch, importId, { ...ended, counts })
  await handOverSince(ctx, current.createdAt)
  await record({ ...run.by, db: ctx.db }, [importEvents.finished({ id: importId })])
  await tellLive(ctx, ['import.finished'], [importId])
  return start
}

/** Writes the log silently and brings the facts up to date with it, as the reaction would. */
async function write(batch: Batch, seq: number): Promise<number> {
  const { db, run, events } = batch
  const ids = await record({ ...run.by, db }, events, true)
  await countEvents(batch, events, ids)
  return writeChanges(batch, seq)
}
