import { within, type Ctx } from '../../../../platform/context.ts'
import { tellLive } from '../../../../platform/events/live.ts'
import { newBatch, type Orphan } from '../batches/batch.ts'
import { DryKeys } from '../batches/dry-keys.ts'
import { checkJobName } from '../commands/start-import.ts'
import { addCounts, noCounts, type Findings } from '../counts.ts'
import { clearErrors, findImport, insertErrors, updateImport, type StoredImport } from '../store.ts'
import { inBatches } from './batches.ts'
import { importJob } from './import-job.ts'
import { countFilled, prepare } from './prepare.ts'
import { parseRows, processBatch } from './process.ts'

/** Reads the whole file and says what importing it would do; begins anew after a crash. */
export const checkImport = importJob(
  checkJobName,
  'checking',
  (ctx, found, signal) => ctx.db.connection().execute(connection => check(ctx, within(ctx, connection), found, signal)),
  { told: 'import.checked', changes: () => ({ status: 'draft', doneRows: 0, position: null }) },
)

/** `dryCtx` works on one connection, on which it remembers what it would have made. */
async function check(ctx: Ctx, dryCtx: Ctx, found: StoredImport, signal: AbortSignal): Promise<void> {
  const { run, kind, rules, reader, rows, fileSize } = await prepare(dryCtx, found)
  const { importTarget } = kind
  await countFilled(dryCtx)
  const dry = await DryKeys.open(dryCtx.db)
  const findings: Findings = { problems: [], warnings: [] }
  let counts = noCounts(run.tables)
  let doneRows = 0
  const orphans: Orphan[] = []
  const begun = Date.now()
  const begin = () => newBatch(dryCtx, run, dry)
  try {
    await clearErrors(ctx, found.id)
    for await (const some of inBatches(rows(null), importTarget.groupKey?.(rules) ?? null)) {
      signal.throwIfAborted()
      const batch = begin()
      const errors = await processBatch(batch, kind, found, parseRows(some, reader), findings, counts.warned)
      counts = addCounts(counts, batch.counts)
      orphans.push(...batch.orphans)
      doneRows += some.length
      await insertErrors(ctx, found.id, errors)
      const rate = Math.round(doneRows / Math.max(0.001, (Date.now() - begun) / 1000))
      const { offset, row } = some.at(-1)!
      const position = { offset: Math.min(offset, fileSize), row: row + 1, seq: 0, orphans: [], rate }
      await updateImport(ctx, found.id, { doneRows, position })
      await tellLive(ctx, ['import.progressed'], [found.id])
    }
    const last = begin()
    await importTarget.adopt?.(last, orphans)
    counts = addCounts(counts, last.counts)
  } finally {
    await dry.close().catch(() => {})
  }
  const current = await findImport(ctx, found.id)
  if (current?.status !== 'checking') return
  await updateImport(ctx, found.id, {
    status: 'checked',
    totalRows: doneRows,
    doneRows: 0,
    position: null,
    finishedAt: ctx.now(),
    counts: { ...current.counts, check: counts },
    preview: { check: findings },
  })
  await tellLive(ctx, ['import.checked'], [found.id])
}
