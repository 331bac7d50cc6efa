import { z } from 'zod'
import { id, type WorkspaceId } from '../../../../kernel/ids.ts'
import type { App } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { tellLive } from '../../../../platform/events/live.ts'
import { record } from '../../../../platform/events/record.ts'
import { defineJob } from '../../../../platform/jobs/jobs.ts'
import { isClash, isPassing } from '../../../../platform/passing.ts'
import { undoJobName } from '../commands/start-import.ts'
import { noUndo } from '../counts.ts'
import { importEvents } from '../events.ts'
import { findImport, lockImport, updateImport } from '../store.ts'
import { phasesOf } from '../undo/undo-kind.ts'
import type { UndoStep } from '../undo/undo-step.ts'
import { failureOf } from './failure.ts'
import { countFilled } from './prepare.ts'

/** Takes an import back batch by batch; each batch leaves less to do, so that it goes on after a crash. */
export const undoImport = defineJob({
  name: undoJobName,
  payload: z.object({ workspaceId: id, importId: id }),
  async run(app, { workspaceId, importId }, signal) {
    const workspace = workspaceId as WorkspaceId
    if ((await findImport(app.db, workspace, importId))?.status !== 'undoing') return
    try {
      await countFilled(app, app.db)
      for (const phase of phasesOf(app.records)) {
        while ((await undoSome(app, workspace, importId, phase)) > 0) signal.throwIfAborted()
      }
      await inTransaction(app.db, async tx => {
        await updateImport(tx, workspace, importId, { status: 'undone', position: null, undoneAt: app.clock.now() })
        const by = { workspaceId: workspace, actor: { kind: 'system', memberId: null }, now: () => app.clock.now() }
        await record(tx, by, [importEvents.undone({ id: importId })])
      })
    } catch (error) {
      if (isPassing(error) || signal.aborted) throw error
      await updateImport(app.db, workspace, importId, { status: 'failed', error: failureOf(app, error, { importId }) })
    }
    await tellLive(app.db, { workspaceId, kinds: ['import.undone'], ids: [importId] })
  },
})

/** One batch of a phase in one transaction; answers how many records it looked at, 0 when the phase is over. */
async function undoSome(
  app: App,
  workspaceId: WorkspaceId,
  importId: string,
  phase: (step: UndoStep) => Promise<number>,
): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(app.db, async tx => {
        const current = await lockImport(tx, workspaceId, importId)
        if (current?.status !== 'undoing') return 0
        const result = current.counts.undo ?? noUndo([])
        const count = await phase({ tx, workspaceId, importId, now: app.clock.now(), result, records: app.records })
        result.doneRecords += count
        await updateImport(tx, workspaceId, importId, { counts: { ...current.counts, undo: result } })
        if (count > 0) await tellLive(tx, { workspaceId, kinds: ['import.progressed'], ids: [importId] })
        return count
      })
    } catch (error) {
      if (!isClash(error) || attempt === 8) throw error
    }
  }
}
