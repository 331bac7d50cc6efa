import { AppError } from '../../../../kernel/errors.ts'
import { id } from '../../../../kernel/ids.ts'
import { defineMessages, refusal, stored } from '../../../../kernel/messages.ts'
import type { App, Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { tellLive } from '../../../../platform/events/live.ts'
import { defineWorkspaceJob } from '../../../../platform/jobs/jobs.ts'
import { isClash, isPassing } from '../../../../platform/passing.ts'
import type { ImportStatus } from '../schema.ts'
import { findImport, lockImport, updateImport, type ImportChanges, type StoredImport } from '../store.ts'

const words = defineMessages('imports.import-job', {
  internal:
    'Something went wrong on our side. What was imported until then is kept: run the import again to go on, or undo it.',
})

/** Works at an import while it is in `status`. What does not pass by itself ends the work, and people are told why. */
export function importJob(
  name: string,
  status: ImportStatus,
  work: (ctx: Ctx, found: StoredImport, signal: AbortSignal) => Promise<void>,
  failed: { told: string; changes: (now: Date) => ImportChanges },
) {
  return defineWorkspaceJob({
    name,
    payload: { importId: id },
    async run(ctx, { importId }, signal) {
      const found = await findImport(ctx, importId)
      if (found?.status !== status) return
      try {
        await work(ctx, found, signal)
      } catch (error) {
        if (isPassing(error) || signal.aborted) throw error
        const reason = failureOf(ctx.app, error, importId)
        await updateImport(ctx, importId, { ...failed.changes(ctx.now()), error: reason })
        await tellLive(ctx, [failed.told], [importId])
      }
    },
  })
}

/** What people are told of a failure; one of ours is logged. */
function failureOf(app: App, error: unknown, importId: string): string {
  if (error instanceof AppError) return typeof error.said === 'string' ? error.said : stored(error.said)
  app.log.error({ err: error, importId }, 'an import failed')
  return refusal(words, 'internal')
}

/** One batch in one transaction, with the import as it is now; worked out again when another writer was in the way. */
export async function inBatch<T>(
  ctx: Ctx,
  importId: string,
  work: (ctx: Ctx, current: StoredImport | undefined) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(ctx, async ctx => work(ctx, await lockImport(ctx, importId)))
    } catch (error) {
      if (!isClash(error) || attempt === 8) throw error
    }
  }
}
