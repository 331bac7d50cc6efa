import { sql, type RawBuilder } from 'kysely'
import type { WorkspaceId } from '../../kernel/ids.ts'
import type { Db } from '../db/database.ts'

/** Takes a personal text out of what the log says of these subjects: their events stay, `key` of their data goes. */
export async function dropFromEvents(
  tx: Db,
  workspaceId: WorkspaceId,
  subjectIds: readonly string[],
  key: string,
): Promise<void> {
  const drop = sql`update events set data = data - ${key}::text
    where workspace_id = ${workspaceId} and subject_id = any(${subjectIds}::uuid[]) and data ? ${key}::text`
  await drop.execute(tx)
}

/** Takes away what it says of these events why a reaction failed on them. */
export async function eraseParkedErrors(tx: Db, workspaceId: WorkspaceId, events: RawBuilder<unknown>): Promise<void> {
  await sql`
    update parked_events set error = 'Erased' where workspace_id = ${workspaceId} and event_id in (${events})`.execute(
    tx,
  )
}
