import { sql } from 'kysely'
import { notFound } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { newId, type WorkspaceId } from '../../../kernel/ids.ts'
import { inTransaction, type Db } from '../../../platform/db/database.ts'
import { isRow } from '../../../platform/db/row.ts'
import type { Channel } from './consent.ts'
import { defaultPurposes } from './default-purposes.ts'

const words = defineMessages('consent.purposes', { noPurpose: 'There is no such purpose, or you may not see it.' })
export const noPurpose = () => notFound(say(words, 'noPurpose'))

export async function requirePurpose(db: Db, workspaceId: WorkspaceId, id: string): Promise<StoredPurpose> {
  const purpose = (await findPurposes(db, workspaceId)).find(known => known.id === id)
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
export async function findPurposes(db: Db, workspaceId: WorkspaceId): Promise<StoredPurpose[]> {
  const known = await readPurposes(db, workspaceId)
  if (known.length > 0) return known
  await inTransaction(db, async tx => {
    for (const [position, purpose] of defaultPurposes.entries())
      await insertPurpose(tx, workspaceId, { ...purpose, id: newId(), position })
  })
  return readPurposes(db, workspaceId)
}

async function readPurposes(db: Db, workspaceId: WorkspaceId): Promise<StoredPurpose[]> {
  const { rows } = await sql<StoredPurpose>`
    select ${columns} from consent_purposes where workspace_id = ${workspaceId} order by position, id`.execute(db)
  return rows
}

export async function lockPurpose(tx: Db, workspaceId: WorkspaceId, id: string): Promise<StoredPurpose | undefined> {
  const { rows } = await sql<StoredPurpose>`
    select ${columns} from consent_purposes where workspace_id = ${workspaceId} and id = ${id} for update`.execute(tx)
  return rows[0]
}

export type NewPurpose = Pick<StoredPurpose, 'id' | 'key' | 'name' | 'channels' | 'text' | 'position'>

/** False when there is one with that key already. */
export async function insertPurpose(tx: Db, workspaceId: WorkspaceId, purpose: NewPurpose): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('consentPurposes')
    .values({ ...purpose, workspaceId, ...asJson(purpose) })
    .onConflict(conflict => conflict.columns(['workspaceId', 'key']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await insertText(tx, workspaceId, purpose.id, 1, purpose.text)
  return true
}

export async function insertText(
  tx: Db,
  workspaceId: WorkspaceId,
  purposeId: string,
  version: number,
  text: Record<string, string>,
  createdAt?: Date,
): Promise<void> {
  await tx
    .insertInto('consentTexts')
    .values({ workspaceId, purposeId, version, text: JSON.stringify(text), ...(createdAt ? { createdAt } : {}) })
    .execute()
}

export async function updatePurpose(tx: Db, workspaceId: WorkspaceId, purpose: StoredPurpose): Promise<void> {
  const values = { ...purpose, ...asJson(purpose) }
  await tx.updateTable('consentPurposes').set(values).where(isRow(workspaceId, purpose.id)).execute()
}

function asJson({ name, text }: Pick<StoredPurpose, 'name' | 'text'>) {
  return { name: JSON.stringify(name), text: JSON.stringify(text) }
}

export interface PurposeText {
  version: number
  text: Record<string, string>
  createdAt: Date
}

export async function readTexts(db: Db, workspaceId: WorkspaceId, purposeId: string): Promise<PurposeText[]> {
  const { rows } = await sql<PurposeText>`
    select version, text, created_at from consent_texts
    where workspace_id = ${workspaceId} and purpose_id = ${purposeId} order by version desc`.execute(db)
  return rows
}
