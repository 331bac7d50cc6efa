import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

export interface JobOptions {
  runAt?: Date
  /** A waiting job with the same key is replaced. */
  key?: string
  maxAttempts?: number
}

/** Adds a job in the caller's transaction: it runs only if that commits. */
export async function addJob(db: Db, name: string, payload: object, options: JobOptions = {}): Promise<void> {
  const { runAt = null, key = null, maxAttempts = 12 } = options
  await sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, null, ${runAt}::timestamptz, ${maxAttempts}::int, ${key})`.execute(
    db,
  )
}
