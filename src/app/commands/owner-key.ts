import { AppError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { apiKeyPrefix, newApiKey } from '../../platform/auth/api-key.ts'
import type { App } from '../../platform/context.ts'
import { hashKey } from '../../platform/crypto/hash.ts'
import { inTransaction } from '../../platform/db/database.ts'

const lifetime = 24 * 3600_000

/** Lends `work` an API key of the oldest owner of a workspace for one area (`imports`), and revokes it afterwards. */
export async function withOwnerKey<T>(
  app: App,
  workspaceId: string | undefined,
  area: string,
  work: (key: string) => Promise<T>,
): Promise<T> {
  const owner = await app.db
    .selectFrom('workspaces as w')
    .innerJoin('members as m', 'm.workspaceId', 'w.id')
    .select(['w.id as workspaceId', 'm.id'])
    .where('m.role', '=', 'owner')
    .where('m.removedAt', 'is', null)
    .$if(workspaceId !== undefined, query => query.where('w.id', '=', workspaceId!))
    .orderBy('w.createdAt')
    .orderBy('m.createdAt')
    .limit(1)
    .executeTakeFirst()
  if (!owner) throw new AppError('not-found', 'There is no such workspace. Start the app once first.')
  const [id, key] = [newId(), newApiKey()]
  const now = app.clock.now()
  const scopes = [...app.permissions.keys()].filter((permission: Permission) => permission.startsWith(`${area}:`))
  await inTransaction(app.db, async tx => {
    const expiresAt = new Date(now.getTime() + lifetime)
    const values = {
      workspaceId: owner.workspaceId,
      id,
      name: 'Command line',
      prefix: apiKeyPrefix(key),
      scopes,
      createdBy: owner.id,
      expiresAt,
    }
    await tx.insertInto('apiKeys').values(values).execute()
    await tx
      .insertInto('apiKeyHashes')
      .values({ hash: hashKey(key), workspaceId: owner.workspaceId, apiKeyId: id })
      .execute()
  })
  try {
    return await work(key)
  } finally {
    await app.db
      .updateTable('apiKeys')
      .set({ revokedAt: app.clock.now() })
      .where('workspaceId', '=', owner.workspaceId)
      .where('id', '=', id)
      .execute()
    await app.db
      .deleteFrom('apiKeyHashes')
      .where('workspaceId', '=', owner.workspaceId)
      .where('apiKeyId', '=', id)
      .execute()
  }
}
