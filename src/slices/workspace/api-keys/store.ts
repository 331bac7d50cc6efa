import { sql } from 'kysely'
import { newId } from '../../../kernel/ids.ts'
import { apiKeyPrefix, newApiKey } from '../../../platform/auth/api-key.ts'
import { rightsChanged } from '../../../platform/auth/rights.ts'
import { hashKey } from '../../../platform/crypto/hash.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { deleteRows, findRows, insertRow, updateRows, type NewRow } from '../../../platform/db/row.ts'

type NewKey = Omit<NewRow<'apiKeys'>, 'id' | 'prefix'> & { createdAt: Date }

/** Makes a key; nothing but its hash is kept. */
export async function insertKey(tenant: Tenant, key: NewKey): Promise<{ id: string; key: string }> {
  const [id, secret] = [newId(key.createdAt.getTime()), newApiKey()]
  await insertRow(tenant, 'apiKeys', { id, prefix: apiKeyPrefix(secret), ...key })
  await insertRow(tenant, 'apiKeyHashes', { hash: hashKey(secret), apiKeyId: id })
  return { id, key: secret }
}

/** Revokes one key, or all of a member; returns the ids of those that worked until now. */
export async function revokeKeys(
  tenant: Tenant,
  which: { id: string } | { createdBy: string },
  at: Date,
): Promise<string[]> {
  const keys = await findRows(tenant, 'apiKeys', ['id'], { ...which, revokedAt: null }, sql`for update`)
  const ids = keys.map(key => key.id)
  await updateRows(tenant, 'apiKeys', { id: ids }, { revokedAt: at })
  await deleteRows(tenant, 'apiKeyHashes', { apiKeyId: ids })
  rightsChanged(tenant.db)
  return ids
}
