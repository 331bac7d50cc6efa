import { notFound } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { newId, type WorkspaceId } from '../../../kernel/ids.ts'
import { inTransaction, type Db } from '../../../platform/db/database.ts'
import { isRow } from '../../../platform/db/row.ts'
import type { Channel } from './consent.ts'
import { defaultPurposes } from './default-purposes.ts'

const words = defineMessages('consent.purposes', { noPurpose: 'There is no such purpose, or you may not see it.' })
export const noPurpose = () => notFound(say(words, 'noPurpose'))

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

const columns = ['id', 'key', 'name', 'channels', 'text', 'textVersion', 'position', 'archivedAt'] as const

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
  const rows = await db
    .selectFrom('consentPurposes')
    .select(columns)
    .where('workspaceId', '=', workspaceId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows as StoredPurpose[]
}

export async function lockPurpose(tx: Db, workspaceId: WorkspaceId, id: string): Promise<StoredPurpose | undefined> {
  const row = await tx
    .selectFrom('consentPurposes')
    .select(columns)
    .where(isRow(workspaceId, id))
    .forUpdate()
    .executeTakeFirst()
  return row as StoredPurpose | undefined
}

export type NewPurpose = Pick<StoredPurpose, 'id' | 'key' | 'name' | 'channels' | 'text' | 'position'>

/** False when there is one with that key already. */
export async function insertPurpose(tx: Db, workspaceId: WorkspaceId, purpose: NewPurpose): Promise<boolean> {
  const { id, key, name, channels, text, position } = purpose
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('consentPurposes')
    .values({
      workspaceId,
      id,
      key,
      name: JSON.stringify(name),
      channels,
      text: JSON.stringify(text),
      position,
    })
    .onConflict(conflict => conflict.columns(['workspaceId', 'key']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await insertText(tx, workspaceId, id, 1, text)
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

export async function updatePurpose(
  tx: Db,
  workspaceId: WorkspaceId,
  { id, name, channels, text, textVersion, position, archivedAt }: StoredPurpose,
): Promise<void> {
  await tx
    .updateTable('consentPurposes')
    .set({
      name: JSON.stringify(name),
      channels,
      text: JSON.stringify(text),
      textVersion,
      position,
      archivedAt,
    })
    .where(isRow(workspaceId, id))
    .execute()
}

export async function readTexts(
  db: Db,
  workspaceId: WorkspaceId,
  purposeId: string,
): Promise<{ version: number; text: Record<string, string>; createdAt: Date }[]> {
  const rows = await db
    .selectFrom('consentTexts')
    .select(['version', 'text', 'createdAt'])
    .where('workspaceId', '=', workspaceId)
    .where('purposeId', '=', purposeId)
    .orderBy('version', 'desc')
    .execute()
  return rows as { version: number; text: Record<string, string>; createdAt: Date }[]
}
