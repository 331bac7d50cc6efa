import type { Tenant } from '../../../platform/db/database.ts'
import type { Settings } from './schema.ts'

const defaults: Settings = { reviewThreshold: 0.5, autoThreshold: 0.99, isAutomatic: false }

export async function findSettings({ db, workspaceId }: Tenant): Promise<Settings> {
  const row = await db
    .selectFrom('identitySettings')
    .select(['reviewThreshold', 'autoThreshold', 'isAutomatic'])
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirst()
  return row ?? defaults
}

export async function saveSettings({ db, workspaceId }: Tenant, settings: Settings, now: Date): Promise<void> {
  await db
    .insertInto('identitySettings')
    .values({ ...settings, workspaceId, updatedAt: now })
    .onConflict(conflict => conflict.column('workspaceId').doUpdateSet({ ...settings, updatedAt: now }))
    .execute()
}
