import { sql } from 'kysely'
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
