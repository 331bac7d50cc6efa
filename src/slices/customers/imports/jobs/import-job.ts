import { z } from 'zod'
import { AppError } from '../../../../kernel/errors.ts'
import { id, type WorkspaceId } from '../../../../kernel/ids.ts'
import { defineMessages, refusal, stored } from '../../../../kernel/messages.ts'
import type { App } from '../../../../platform/context.ts'
import { inTransaction, type Db } from '../../../../platform/db/database.ts'
import { tellLive } from '../../../../platform/events/live.ts'
import { defineJob } from '../../../../platform/jobs/jobs.ts'
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
  work: (app: App, workspaceId: WorkspaceId, found: StoredImport, signal: AbortSignal) => Promise<void>,
  failed: { told: string; changes: (now: Date) => ImportChanges },
) {
  return defineJob({
    name,
    payload: z.object({ workspaceId: id, importId: id }),
    async run(app, payload, signal) {
      const { importId } = payload
      const workspaceId = payload.workspaceId as WorkspaceId
      const found = await findImport({ db: app.db, workspaceId }, importId)
      if (found?.status !== status) return
      try {
        await work(app, workspaceId, found, signal)
      } catch (error) {
        if (isPassing(error) || signal.aborted) throw error
        const reason = failureOf(app, error, importId)
        await updateImport({ db: app.db, workspaceId }, importId, { ...failed.changes(app.clock.now()), error: reason })
        await tellLive(app.db, { workspaceId, kinds: [failed.told], ids: [importId] })
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
  app: App,
  workspaceId: WorkspaceId,
  importId: string,
  work: (db: Db, current: StoredImport | undefined) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(app, async ({ db }) => work(db, await lockImport({ db, workspaceId }, importId)))
    } catch (error) {
      if (!isClash(error) || attempt === 8) throw error
    }
  }
}
