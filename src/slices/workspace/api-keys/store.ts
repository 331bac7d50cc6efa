import { sql } from 'kysely'
import { newId } from '../../../kernel/ids.ts'
import { apiKeyPrefix, newApiKey } from '../../../platform/auth/api-key.ts'
import { rightsChanged } from '../../../platform/auth/rights.ts'
import { hashKey } from '../../../platform/crypto/hash.ts'
import type { Tenant } from '../../../platform/db/database.ts'

export interface NewKey {
  name: string
  scopes: string[]
  createdBy: string
  createdAt: Date
  expiresAt: Date | string | null
}

/** Makes a key; nothing but its hash is kept. */
export async function insertKey({ db, workspaceId }: Tenant, key: NewKey): Promise<{ id: string; key: string }> {
  const [id, secret] = [newId(key.createdAt.getTime()), newApiKey()]
  await db
    .insertInto('apiKeys')
    .values({ workspaceId, id, prefix: apiKeyPrefix(secret), ...key })
    .execute()
  await db
    .insertInto('apiKeyHashes')
    .values({ hash: hashKey(secret), workspaceId, apiKeyId: id })
    .execute()
  return { id, key: secret }
}

/** Revokes one key, or all of a member; returns the ids of those that worked until now. */
export async function revokeKeys(
  { db, workspaceId }: Tenant,
  which: { id: string } | { createdBy: string },
  at: Date,
): Promise<string[]> {
  const [column, value] = 'id' in which ? (['id', which.id] as const) : (['createdBy', which.createdBy] as const)
  const keys = await db
    .updateTable('apiKeys')
    .set({ revokedAt: at })
    .where('workspaceId', '=', workspaceId)
    .where(column, '=', value)
    .where('revokedAt', 'is', null)
    .returning('id')
    .execute()
  const ids = keys.map(key => key.id)
  await sql`delete from api_key_hashes where workspace_id = ${workspaceId} and api_key_id = any(${ids}::uuid[])`.execute(
    db,
  )
  rightsChanged(db)
  return ids
}
