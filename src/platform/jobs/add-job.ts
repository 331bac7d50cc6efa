import { sql } from 'kysely'
import type { WorkspaceId } from '../../kernel/ids.ts'
import type { Db } from '../db/database.ts'
import { storableJson } from '../db/json.ts'

export interface JobOptions {
  runAt?: Date
  /** A waiting job with the same key is replaced. */
  key?: string
  /** Jobs of a queue run one after another. */
  queue?: string
  maxAttempts?: number
}

/** Marks a job with a key, which it loses when newer work gets that key while it is being worked on. */
export const keyed = 'keyed'

/** Adds a job, of the workspace if there is one, in the caller's transaction: it runs only if that commits. */
export async function addJob(
  { db, workspaceId }: { db: Db; workspaceId?: WorkspaceId },
  name: string,
  payload: object = {},
  options: JobOptions = {},
): Promise<void> {
  const { runAt = null, key = null, queue = null, maxAttempts = 12 } = options
  const flags = key === null ? null : [keyed]
  const json = storableJson({ workspaceId, ...payload })
  const add = sql`select graphile_worker.add_job(${name}, ${json}::json, run_at => ${runAt}::timestamptz,
    max_attempts => ${maxAttempts}::int, job_key => ${key}, queue_name => ${queue}, flags => ${flags}::text[])`
  await add.execute(db)
}
