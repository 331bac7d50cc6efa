import { defineAbsence } from '../kernel/errors.ts'
import type { WorkspaceId } from '../kernel/ids.ts'
import type { WorkspaceSettings } from './context.ts'
import type { Db, Tenant } from './db/database.ts'

export const noWorkspace = defineAbsence('platform.no-workspace', 'workspace')

/** All workspaces, the oldest first. */
export async function listWorkspaces(db: Db): Promise<{ id: WorkspaceId; name: string }[]> {
  const rows = await db.selectFrom('workspaces').select(['id', 'name']).orderBy('createdAt').orderBy('id').execute()
  return rows as { id: WorkspaceId; name: string }[]
}

export async function hasWorkspaces(db: Db): Promise<boolean> {
  return (await db.selectFrom('workspaces').select('id').limit(1).executeTakeFirst()) !== undefined
}

export async function findWorkspace({ db, workspaceId: id }: Tenant): Promise<WorkspaceSettings | undefined> {
  const settings = ['name', 'country', 'currency', 'timeZone', 'locale', 'isDemo'] as const
  return db.selectFrom('workspaces').select(settings).where('id', '=', id).executeTakeFirst()
}

/** Whoever locks a workspace takes turns with others who do. */
export async function lockWorkspace({ db, workspaceId: id }: Tenant): Promise<void> {
  await db.selectFrom('workspaces').select('id').where('id', '=', id).forNoKeyUpdate().execute()
}
