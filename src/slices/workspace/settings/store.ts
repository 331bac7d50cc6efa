import { sql } from 'kysely'
import { newId, type WorkspaceId } from '../../../kernel/ids.ts'
import { rightsChanged } from '../../../platform/auth/rights.ts'
import type { Db, Tenant } from '../../../platform/db/database.ts'
import { storableJson } from '../../../platform/db/json.ts'
import type { SettingsPatch } from './schema.ts'

export async function insertWorkspace(tx: Db, workspace: Required<SettingsPatch>, at: Date): Promise<WorkspaceId> {
  const id = newId(at.getTime()) as WorkspaceId
  await tx
    .insertInto('workspaces')
    .values({ id, ...workspace, createdAt: at })
    .execute()
  return id
}

/** Sets the named keys of the workspace's further settings; the others stay. */
export async function mergeSettings({ db, workspaceId }: Tenant, settings: Record<string, unknown>): Promise<void> {
  const merge = sql`update workspaces set settings = settings || ${storableJson(settings)}::jsonb where id = ${workspaceId}`
  await merge.execute(db)
  rightsChanged(db)
}

export async function readFurtherSettings({ db, workspaceId }: Tenant): Promise<Record<string, unknown>> {
  const row = await db
    .selectFrom('workspaces')
    .select('settings')
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  return row.settings as Record<string, unknown>
}
