import { sql } from 'kysely'
import { defineJob } from '../../../platform/jobs/jobs.ts'
import { listWorkspaces } from '../../../platform/workspaces.ts'

const batch = 5000

/** Every night: answers kept for an Idempotency-Key are good for two days. */
export const forgetAnswers = defineJob({
  name: 'jobs.forget-answers',
  schedule: '23 3 * * *',
  async run(app, _payload, signal) {
    const before = new Date(app.clock.now().getTime() - 2 * 24 * 3600_000)
    for (const { id } of await listWorkspaces(app.db)) {
      let count = batch
      while (count === batch && !signal.aborted) {
        const old = sql`select k.actor_id, k.key from idempotency_keys k
          where k.workspace_id = ${id} and k.claimed_at < ${before} limit ${batch}`
        const forget = sql`delete from idempotency_keys where workspace_id = ${id} and (actor_id, key) in (${old})`
        count = Number((await forget.execute(app.db)).numAffectedRows)
      }
    }
  },
})
