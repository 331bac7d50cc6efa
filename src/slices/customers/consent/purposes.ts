import { sql } from 'kysely'
import { defineAbsence } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { inTransaction, type Tenant } from '../../../platform/db/database.ts'
import { findRow, findRows, insertRow, type Row } from '../../../platform/db/row.ts'
import { defaultPurposes } from './default-purposes.ts'
import type { Purpose } from './schema.ts'

export const noPurpose = defineAbsence('consent.no-purpose', 'purpose')

export async function requirePurpose(tenant: Tenant, id: string): Promise<StoredPurpose> {
  return noPurpose.unless((await findPurposes(tenant)).find(known => known.id === id))
}

export type StoredPurpose = Omit<Purpose, 'archivedAt'> & Pick<Row<'consentPurposes'>, 'position' | 'archivedAt'>

const columns = ['id', 'key', 'name', 'channels', 'text', 'textVersion', 'position', 'archivedAt'] as const

/** The purposes of a workspace, archived ones too; a workspace that has none yet gets the usual ones. */
export async function findPurposes(tenant: Tenant): Promise<StoredPurpose[]> {
  const known = await readPurposes(tenant)
  if (known.length > 0) return known
  await inTransaction(tenant, async tenant => {
    for (const [position, purpose] of defaultPurposes.entries())
      await insertPurpose(tenant, { ...purpose, id: newId(), position })
  })
  return readPurposes(tenant)
}

async function readPurposes(tenant: Tenant): Promise<StoredPurpose[]> {
  return (await findRows(tenant, 'consentPurposes', columns, {}, sql`order by position, id`)) as StoredPurpose[]
}

export async function lockPurpose(tenant: Tenant, id: string): Promise<StoredPurpose | undefined> {
  return (await findRow(tenant, 'consentPurposes', columns, id, sql`for update`)) as StoredPurpose | undefined
}

export type NewPurpose = Pick<StoredPurpose, 'id' | 'key' | 'name' | 'channels' | 'text' | 'position'>

/** False when there is one with that key already. */
export async function insertPurpose(tenant: Tenant, purpose: NewPurpose): Promise<boolean> {
  const isNew = await insertRow(tenant, 'consentPurposes', purpose, sql`on conflict (workspace_id, key) do nothing`)
  if (isNew) await insertRow(tenant, 'consentTexts', { purposeId: purpose.id, version: 1, text: purpose.text })
  return isNew
}

export async function readTexts(tenant: Tenant, purposeId: string) {
  const columns = ['version', 'text', 'createdAt'] as const
  const texts = await findRows(tenant, 'consentTexts', columns, { purposeId }, sql`order by version desc`)
  return texts.map(({ text, ...wording }) => ({ ...wording, text: text as Record<string, string> }))
}
