import { sql } from 'kysely'
import { notFound } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { newId } from '../../../kernel/ids.ts'
import { inTransaction, type Tenant } from '../../../platform/db/database.ts'
import { isRow } from '../../../platform/db/row.ts'
import type { Channel } from './consent.ts'
import { defaultPurposes } from './default-purposes.ts'

const words = defineMessages('consent.purposes', { noPurpose: 'There is no such purpose, or you may not see it.' })
export const noPurpose = () => notFound(say(words, 'noPurpose'))

export async function requirePurpose(tenant: Tenant, id: string): Promise<StoredPurpose> {
  const purpose = (await findPurposes(tenant)).find(known => known.id === id)
  if (!purpose) throw noPurpose()
  return purpose
}

export interface StoredPurpose {
  id: string
  key: string
  name: Record<string, string>
  channels: Channel[]
  text: Record<string, string>
  textVersion: number
  position: number
  archivedAt: Date | null
}

const columns = sql.raw('id, key, name, channels, text, text_version, position, archived_at')

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

async function readPurposes({ db, workspaceId }: Tenant): Promise<StoredPurpose[]> {
  const { rows } = await sql<StoredPurpose>`
    select ${columns} from consent_purposes where workspace_id = ${workspaceId} order by position, id`.execute(db)
  return rows
}

export async function lockPurpose({ db, workspaceId }: Tenant, id: string): Promise<StoredPurpose | undefined> {
  const { rows } = await sql<StoredPurpose>`
    select ${columns} from consent_purposes where workspace_id = ${workspaceId} and id = ${id} for update`.execute(db)
  return rows[0]
}

export type NewPurpose = Pick<StoredPurpose, 'id' | 'key' | 'name' | 'channels' | 'text' | 'position'>

/** False when there is one with that key already. */
export async function insertPurpose(tenant: Tenant, purpose: NewPurpose): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tenant.db
    .insertInto('consentPurposes')
    .values({ ...purpose, workspaceId: tenant.workspaceId, ...asJson(purpose) })
    .onConflict(conflict => conflict.columns(['workspaceId', 'key']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await insertText(tenant, purpose.id, 1, purpose.text)
  return true
}

export async function insertText(
  { db, workspaceId }: Tenant,
  purposeId: string,
  version: number,
  text: Record<string, string>,
  createdAt?: Date,
): Promise<void> {
  await db
    .insertInto('consentTexts')
    .values({ workspaceId, purposeId, version, text: JSON.stringify(text), ...(createdAt ? { createdAt } : {}) })
    .execute()
}

export async function updatePurpose({ db, workspaceId }: Tenant, purpose: StoredPurpose): Promise<void> {
  const values = { ...purpose, ...asJson(purpose) }
  await db.updateTable('consentPurposes').set(values).where(isRow(workspaceId, purpose.id)).execute()
}

function asJson({ name, text }: Pick<StoredPurpose, 'name' | 'text'>) {
  return { name: JSON.stringify(name), text: JSON.stringify(text) }
}

export interface PurposeText {
  version: number
  text: Record<string, string>
  createdAt: Date
}

export async function readTexts({ db, workspaceId }: Tenant, purposeId: string): Promise<PurposeText[]> {
  const { rows } = await sql<PurposeText>`
    select version, text, created_at from consent_texts
    where workspace_id = ${workspaceId} and purpose_id = ${purposeId} order by version desc`.execute(db)
  return rows
}
