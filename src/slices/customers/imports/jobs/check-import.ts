import { z } from 'zod'
import { id, type WorkspaceId } from '../../../../kernel/ids.ts'
import { tellLive } from '../../../../platform/events/live.ts'
import type { App } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { defineJob } from '../../../../platform/jobs/jobs.ts'
import { adoptOrphans } from '../batches/companies.ts'
import type { Batch } from '../batches/batch.ts'
import { DryKeys } from '../batches/dry-keys.ts'
import { checkJobName } from '../commands/start-import.ts'
import { addCounts, noCounts, type Findings } from '../counts.ts'
import { clearErrors, findImport, insertErrors, updateImport, type StoredImport } from '../store.ts'
import { inBatches } from './batches.ts'
import { countGrown } from './count-grown.ts'
import { failureOf, isPassing } from './failure.ts'
import { orderKeyOf } from './order-key.ts'
import { prepare } from './prepare.ts'
import { parseRows, processBatch } from './process.ts'

/** Reads the whole file and says what importing it would do; begins anew after a crash. */
export const checkImport = defineJob({
  name: checkJobName,
  payload: z.object({ workspaceId: id, importId: id }),
  async run(app, { workspaceId, importId }, signal) {
    const workspace = workspaceId as WorkspaceId
    const found = await findImport(app.db, workspace, importId)
    if (found?.status !== 'checking') return
    try {
      await app.db.connection().execute(connection => check(app, connection, workspace, found, signal))
    } catch (error) {
      if (isPassing(error) || signal.aborted) throw error
      const message = failureOf(app, error, { importId })
      await updateImport(app.db, workspace, importId, { status: 'draft', error: message, doneRows: 0, position: null })
      await tellLive(app.db, { workspaceId, kinds: ['import.checked'], ids: [importId] })
    }
  },
})

async function check(
  app: App,
  connection: Db,
  workspaceId: WorkspaceId,
  found: StoredImport,
  signal: AbortSignal,
): Promise<void> {
  const { run, rules, reader, rows, fileSize } = await prepare(app, connection, workspaceId, found)
  await countGrown(connection)
  const dry = await DryKeys.open(connection)
  const findings: Findings = { problems: [], warnings: [] }
  let counts = noCounts()
  let doneRows = 0
  const orphans: { id: string; parent: string }[] = []
  const begun = Date.now()
  const newBatch = (): Batch => ({
    tx: connection,
    run,
    now: app.clock.now(),
    dry,
    counts: noCounts(),
    events: [],
    changes: [],
    refolded: { contact: new Set(), company: new Set() },
  })
  try {
    await clearErrors(app.db, workspaceId, found.id)
    for await (const some of inBatches(rows(null), orderKeyOf(found.object, rules))) {
      signal.throwIfAborted()
      const parsed = parseRows(some, reader)
      const done = await processBatch(
        newBatch(),
        found.object,
        parsed,
        findings,
        counts.warned,
        found.format === 'vcard',
      )
      counts = addCounts(counts, done.counts)
      orphans.push(...done.orphans)
      doneRows += some.length
      await insertErrors(app.db, workspaceId, found.id, done.errors)
      const rate = Math.round(doneRows / Math.max(0.001, (Date.now() - begun) / 1000))
      await updateImport(app.db, workspaceId, found.id, {
        doneRows,
        position: {
          offset: Math.min(some.at(-1)!.offset, fileSize),
          row: some.at(-1)!.row + 1,
          seq: 0,
          orphans: [],
          rate,
        },
      })
      await tellLive(app.db, { workspaceId, kinds: ['import.progressed'], ids: [found.id] })
    }
    const last = newBatch()
    await adoptOrphans(last, orphans)
    counts = addCounts(counts, last.counts)
  } finally {
    await dry.close().catch(() => {})
  }
  const current = await findImport(app.db, workspaceId, found.id)
  if (current?.status !== 'checking') return
  await updateImport(app.db, workspaceId, found.id, {
    status: 'checked',
    totalRows: doneRows,
    doneRows: 0,
    position: null,
    counts: { ...current.counts, check: counts },
    preview: { check: findings },
    finishedAt: app.clock.now(),
  })
  await tellLive(app.db, { workspaceId, kinds: ['import.checked'], ids: [found.id] })
}
