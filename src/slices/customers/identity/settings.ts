import { sql } from 'kysely'
import type { Tenant } from '../../../platform/db/database.ts'
import { findRow, insertRow, updateRows } from '../../../platform/db/row.ts'
import type { Settings } from './schema.ts'

const defaults: Settings = { reviewThreshold: 0.5, autoThreshold: 0.99, isAutomatic: false }

export async function findSettings(tenant: Tenant): Promise<Settings> {
  const columns = ['reviewThreshold', 'autoThreshold', 'isAutomatic'] as const
  return (await findRow(tenant, 'identitySettings', columns, {})) ?? defaults
}

export async function saveSettings(tenant: Tenant, settings: Settings, now: Date): Promise<void> {
  const changes = { ...settings, updatedAt: now }
  const isNew = await insertRow(tenant, 'identitySettings', changes, sql`on conflict (workspace_id) do nothing`)
  if (!isNew) await updateRows(tenant, 'identitySettings', {}, changes)
}
