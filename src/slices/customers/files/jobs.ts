import { id } from '../../../kernel/ids.ts'
import { inTransaction, type Tenant } from '../../../platform/db/database.ts'
import { fileKey } from '../../../platform/files/file-store.ts'
import { addJob } from '../../../platform/jobs/add-job.ts'
import { defineJob, defineWorkspaceJob } from '../../../platform/jobs/jobs.ts'
import { removeExpired, removeFile } from './store.ts'
import { listWorkspaces } from '../../../platform/workspaces.ts'

const removal = 'files.remove-bytes'
const batch = 500

/** Every night: rows go first, each with a job that takes its bytes away once that is certain. */
export const purgeFiles = defineJob({
  name: 'files.purge',
  schedule: '41 3 * * *',
  async run(app, _payload, signal) {
    for (const { id: workspaceId } of await listWorkspaces(app.db)) {
      let count = batch
      while (count === batch && !signal.aborted) {
        count = await inTransaction({ db: app.db, workspaceId }, async tenant => {
          const ids = await removeExpired(tenant, app.clock.now(), batch)
          for (const fileId of ids) await addJob(tenant, removal, { fileId })
          return ids.length
        })
      }
    }
  },
})

/** Takes a file away for good: the row now, its bytes once that is certain. */
export async function discardFile(tenant: Tenant, fileId: string): Promise<void> {
  await removeFile(tenant, fileId)
  await addJob(tenant, removal, { fileId })
}

export const removeBytes = defineWorkspaceJob({
  name: removal,
  payload: { fileId: id },
  run: ({ app, workspaceId }, { fileId }) => app.files.delete(fileKey(workspaceId, fileId)),
})
