import { z } from 'zod'
import { id, type WorkspaceId } from '../../../../kernel/ids.ts'
import type { App } from '../../../../platform/context.ts'
import { inTransaction, type Db } from '../../../../platform/db/database.ts'
import { tellLive } from '../../../../platform/events/live.ts'
import { record } from '../../../../platform/events/record.ts'
import { defineJob } from '../../../../platform/jobs/jobs.ts'
import { isClash, isPassing } from '../../../../platform/passing.ts'
import { addToFacts, isCounted, recount } from '../../facts/public.ts'
import { setOptions } from '../../fields/public.ts'
import { newBatch, type Batch } from '../batches/batch.ts'
import { writeChanges } from '../batches/touched.ts'
import { runJobName } from '../commands/start-import.ts'
import { addCounts, noCounts, type Findings } from '../counts.ts'
import { importEvents } from '../events.ts'
import { findImport, insertErrors, lockImport, updateImport, type RunPosition, type StoredImport } from '../store.ts'
import { inBatches } from './batches.ts'
import { failureOf } from './failure.ts'
import { countFilled, prepare, type Prepared } from './prepare.ts'
import { parseRows, processBatch, type Parsed } from './process.ts'

/** Imports the file batch by batch. What a batch does and where it ends commit together, so a crash costs nothing. */
export const runImport = defineJob({
  name: runJobName,
  payload: z.object({ workspaceId: id, importId: id }),
  async run(app, { workspaceId, importId }, signal) {
    const workspace = workspaceId as WorkspaceId
    const found = await findImport(app.db, workspace, importId)
    if (found?.status !== 'running') return
    try {
      await runAll(app, workspace, found, signal)
    } catch (error) {
      if (isPassing(error) || signal.aborted) throw error
      if (error instanceof Superseded) return
      const message = failureOf(app, error, { importId })
      await updateImport(app.db, workspace, importId, { status: 'failed', error: message, finishedAt: app.clock.now() })
      await tellLive(app.db, { workspaceId, kinds: ['import.finished'], ids: [importId] })
    }
  },
})

/** Another process runs this import too and was quicker. */
class Superseded extends Error {}

const start: RunPosition = { offset: 0, row: 1, seq: 0, orphans: [], rate: 0 }

async function runAll(app: App, workspaceId: WorkspaceId, found: StoredImport, signal: AbortSignal): Promise<void> {
  const prepared = await prepare(app, app.db, workspaceId, found)
  const from = found.position && found.position.offset > 0 ? found.position : null
  let position = found.position ?? start
  await countFilled(app, app.db)
  const groupKey = prepared.kind.importTarget.groupKey?.(prepared.rules) ?? null
  let begun = performance.now()
  let working = Promise.resolve(position)
  for await (const some of inBatches(prepared.rows(from), groupKey)) {
    const parsed = parseRows(some, prepared.reader)
    position = await working
    signal.throwIfAborted()
    await countFilled(app, app.db)
    const rate = some.length / Math.max(0.001, (performance.now() - begun) / 1000)
    begun = performance.now()
    const expected = position
    const next = {
      offset: some.at(-1)!.offset,
      row: some.at(-1)!.row + 1,
      rate: Math.round(expected.rate === 0 ? rate : expected.rate * 0.8 + rate * 0.2),
    }
    // The next rows are read while the database is at work on these; what it throws is thrown above.
    working = commit(app, workspaceId, found, expected, tx => importBatch(tx, app, prepared, found, parsed, next))
    working.catch(() => {})
  }
  position = await working
  await commit(app, workspaceId, found, position, tx => finish(tx, app, prepared, found))
}

/** One batch in one transaction; worked out again when another writer was in the way. */
async function commit(
  app: App,
  workspaceId: WorkspaceId,
  { id: importId }: StoredImport,
  expected: RunPosition,
  work: (tx: Db) => Promise<RunPosition>,
): Promise<RunPosition> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(app.db, async tx => {
        const current = await lockImport(tx, workspaceId, importId)
        if (current?.status !== 'running' || (current.position ?? start).offset !== expected.offset)
          throw new Superseded()
        return work(tx)
      })
    } catch (error) {
      if (!isClash(error) || attempt === 8) throw error
    }
  }
}

async function importBatch(
  tx: Db,
  app: App,
  { run, kind, rules }: Prepared,
  found: StoredImport,
  parsed: Parsed[],
  next: Pick<RunPosition, 'offset' | 'row' | 'rate'>,
): Promise<RunPosition> {
  const { workspaceId, importId } = run
  const current = (await findImport(tx, workspaceId, importId))!
  const before = current.counts.run ?? noCounts(run.tables)
  const findings: Findings = current.preview?.run ?? { problems: [], warnings: [] }
  const batch = newBatch(tx, run, app.clock.now())
  const isCard = found.format === 'vcard'
  const errors = await processBatch(batch, kind.importTarget, parsed, findings, before.warned, isCard)
  const seq = await write(batch, current.position?.seq ?? 0)
  for (const field of rules.fields) {
    const choices = rules.choices.get(field.key)
    if (choices?.isOpen && choices.options.size > field.options.length)
      await setOptions(tx, workspaceId, field.id, [...choices.options.values()])
  }
  await insertErrors(tx, workspaceId, importId, errors)
  const position = { ...next, seq, orphans: [...(current.position?.orphans ?? []), ...batch.orphans] }
  await updateImport(tx, workspaceId, importId, {
    position,
    doneRows: current.doneRows + parsed.length,
    counts: { ...current.counts, run: addCounts(before, batch.counts) },
    preview: { ...current.preview, run: findings },
  })
  await tellLive(tx, { workspaceId, kinds: ['import.progressed', `${found.object}.imported`], ids: [importId] })
  return position
}

async function finish(tx: Db, app: App, { run, kind }: Prepared, { id: importId }: StoredImport): Promise<RunPosition> {
  const { workspaceId } = run
  const current = (await findImport(tx, workspaceId, importId))!
  const batch = newBatch(tx, run, app.clock.now())
  await kind.importTarget.adopt?.(batch, current.position?.orphans ?? [])
  await write(batch, current.position?.seq ?? 0)
  const counts = { ...current.counts, run: addCounts(current.counts.run ?? noCounts(run.tables), batch.counts) }
  await updateImport(tx, workspaceId, importId, {
    status: 'done',
    totalRows: current.doneRows,
    position: null,
    counts,
    finishedAt: app.clock.now(),
  })
  await record(tx, run.by, [importEvents.finished({ id: importId })])
  await tellLive(tx, { workspaceId, kinds: ['import.finished'], ids: [importId] })
  return start
}

/** Writes the log silently and brings the facts up to date with it, as the reaction would. */
async function write(batch: Batch, seq: number): Promise<number> {
  const { tx, run, events } = batch
  const ids = await record(tx, run.by, events, true)
  for (const whose of ['contact', 'company'] as const) {
    const owned = events.flatMap((event, at) => (isCounted(event) && event[`${whose}Id`] ? ids[at]! : []))
    if (owned.length > 0) await addToFacts(tx, whose, run.workspaceId, owned)
  }
  await recount(tx, run.workspaceId, batch.recounted)
  return writeChanges(batch, seq)
}
