import type { Tenant } from '../../../platform/db/database.ts'
import { addJob } from '../../../platform/jobs/add-job.ts'

export const refreshJobName = 'identity.refresh'
export const scoreChangedJobName = 'identity.score-changed'

/** Has those scored that wait for it. One job of a workspace at a time: several would leave no worker for other work. */
export async function scoreWaiting(tenant: Tenant): Promise<void> {
  const key = `${scoreChangedJobName}:${tenant.workspaceId}`
  await addJob(tenant, scoreChangedJobName, {}, { key, queue: key })
}
