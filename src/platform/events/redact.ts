import { sql, type RawBuilder } from 'kysely'
import type { Tenant } from '../db/database.ts'
import { storableJson } from '../db/json.ts'
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

/** What left the log comes back to where it stood, in the events of this kind. */
export async function returnToEvents(
  { db, workspaceId }: Tenant,
  kind: string,
  subjectId: string,
  data: Record<string, unknown>,
): Promise<void> {
  const add = sql`update events set data = data || ${storableJson(data)}::jsonb
    where workspace_id = ${workspaceId} and subject_id = ${subjectId} and kind = ${kind}`
  await add.execute(db)
}

/** Takes away what it says of these events why a reaction failed on them. */
export async function eraseParkedErrors({ db, workspaceId }: Tenant, events: RawBuilder<unknown>): Promise<void> {
  const isOfThese = sql`workspace_id = ${workspaceId} and event_id in (${events})`
  await sql`update parked_events set error = ${erased} where ${isOfThese}`.execute(db)
}
