import type { Ctx } from '../../../../platform/context.ts'
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

async function undoAll(ctx: Ctx, { id }: { id: string }, signal: AbortSignal): Promise<void> {
  await countFilled(ctx)
  for (const phase of phasesOf(ctx.app.records)) while ((await undoSome(ctx, id, phase)) > 0) signal.throwIfAborted()
  await inTransaction(ctx, async ctx => {
    await updateImport(ctx, id, { status: 'undone', position: null, undoneAt: ctx.now() })
    await record(ctx, [importEvents.undone({ id })])
    await tellLive(ctx, ['import.undone'], [id])
  })
}

type Phase = (step: UndoStep) => Promise<number>

/** One batch of a phase; answers how many records it looked at, 0 when the phase is over. */
function undoSome(ctx: Ctx, importId: string, phase: Phase): Promise<number> {
  return inBatch(ctx, importId, async (ctx, current) => {
    if (current?.status !== 'undoing') return 0
    const result = current.counts.undo ?? noUndo([])
    const count = await phase({ ...ctx, importId, now: ctx.now(), result })
    result.doneRecords += count
    await updateImport(ctx, importId, { counts: { ...current.counts, undo: result } })
    if (count > 0) await tellLive(ctx, ['import.progressed'], [importId])
    return count
  })
}
