import { sql, type RawBuilder } from 'kysely'
import type { Tenant } from '../db/database.ts'
import { erased } from '../personal-data.ts'

/** Takes a personal text out of what the log says of these subjects: their events stay, `key` of their data goes. */
export async function dropFromEvents(
  { db, workspaceId }: Tenant,
  subjectIds: readonly string[],
  key: string,
): Promise<void> {
  const drop = sql`update events set data = data - ${key}::text
    where workspace_id = ${workspaceId} and subject_id = any(${subjectIds}::uuid[]) and data ? ${key}::text`
  await drop.execute(db)
}

/** Takes away what it says of these events why a reaction failed on them. */
export async function eraseParkedErrors({ db, workspaceId }: Tenant, events: RawBuilder<unknown>): Promise<void> {
  const isOfThese = sql`workspace_id = ${workspaceId} and event_id in (${events})`
  await sql`update parked_events set error = ${erased} where ${isOfThese}`.execute(db)
}
