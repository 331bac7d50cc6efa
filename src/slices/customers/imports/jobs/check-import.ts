import { z } from 'zod'
import { id, type WorkspaceId } from '../../../../kernel/ids.ts'
import { tellLive } from '../../../../platform/events/live.ts'
import type { App } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { defineJob } from '../../../../platform/jobs/jobs.ts'
import { isPassing } from '../../../../platform/passing.ts'
import { newBatch } from '../batches/batch.ts'
import { DryKeys } from '../batches/dry-keys.ts'
import { checkJobName } from '../commands/start-import.ts'
import { addCounts, noCounts, type Findings } from '../counts.ts'
import type { Orphan } from '../batches/batch.ts'
import { clearErrors, findImport, insertErrors, updateImport, type StoredImport } from '../store.ts'
import { inBatches } from './batches.ts'
import { failureOf } from './failure.ts'
import { countFilled, prepare } from './prepare.ts'
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
  const { run, kind, rules, reader, rows, fileSize } = await prepare(app, connection, workspaceId, found)
  const { importTarget } = kind
  await countFilled(app, connection)
  const dry = await DryKeys.open(connection)
  const findings: Findings = { problems: [], warnings: [] }
  let counts = noCounts(run.tables)
  let doneRows = 0
  const orphans: Orphan[] = []
  const begun = Date.now()
  const begin = () => newBatch(connection, run, app.clock.now(), dry)
  try {
    await clearErrors(app.db, workspaceId, found.id)
    for await (const some of inBatches(rows(null), importTarget.groupKey?.(rules) ?? null)) {
      signal.throwIfAborted()
      const parsed = parseRows(some, reader)
      const batch = begin()
      const isCard = found.format === 'vcard'
      const errors = await processBatch(batch, importTarget, parsed, findings, counts.warned, isCard)
      counts = addCounts(counts, batch.counts)
      orphans.push(...batch.orphans)
      doneRows += some.length
      await insertErrors(app.db, workspaceId, found.id, errors)
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
    const last = begin()
    await importTarget.adopt?.(last, orphans)
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
