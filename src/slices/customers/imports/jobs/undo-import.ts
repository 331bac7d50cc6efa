import type { WorkspaceId } from '../../../../kernel/ids.ts'
import type { App } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { tellLive } from '../../../../platform/events/live.ts'
import { record } from '../../../../platform/events/record.ts'
import { undoJobName } from '../commands/start-import.ts'
import { noUndo } from '../counts.ts'
import { importEvents } from '../events.ts'
import { updateImport } from '../store.ts'
import { phasesOf } from '../undo/undo-kind.ts'
import type { UndoStep } from '../undo/undo-step.ts'
import { importJob, inBatch } from './import-job.ts'
import { countFilled } from './prepare.ts'

/** Takes an import back batch by batch; each batch leaves less to do, so that it goes on after a crash. */
export const undoImport = importJob(undoJobName, 'undoing', undoAll, {
  told: 'import.undone',
  changes: () => ({ status: 'failed' }),
})

async function undoAll(app: App, workspaceId: WorkspaceId, { id }: { id: string }, signal: AbortSignal): Promise<void> {
  await countFilled(app, app.db)
  for (const phase of phasesOf(app.records))
    while ((await undoSome(app, workspaceId, id, phase)) > 0) signal.throwIfAborted()
  await inTransaction(app, async ({ db }) => {
    await updateImport({ db, workspaceId }, id, { status: 'undone', position: null, undoneAt: app.clock.now() })
    const by = { db, workspaceId, actor: { kind: 'system', memberId: null }, now: () => app.clock.now() }
    await record(by, [importEvents.undone({ id })])
    await tellLive(db, { workspaceId, kinds: ['import.undone'], ids: [id] })
  })
}

type Phase = (step: UndoStep) => Promise<number>

/** One batch of a phase; answers how many records it looked at, 0 when the phase is over. */
function undoSome(app: App, workspaceId: WorkspaceId, importId: string, phase: Phase): Promise<number> {
  return inBatch(app, workspaceId, importId, async (db, current) => {
    if (current?.status !== 'undoing') return 0
    const result = current.counts.undo ?? noUndo([])
    const count = await phase({ db, workspaceId, importId, now: app.clock.now(), result, app })
    result.doneRecords += count
    await updateImport({ db, workspaceId }, importId, { counts: { ...current.counts, undo: result } })
    if (count > 0) await tellLive(db, { workspaceId, kinds: ['import.progressed'], ids: [importId] })
    return count
  })
}
