import { AppError, invalidField, notFound } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { isAtLeast, type Permission } from '../../../kernel/permissions.ts'
import { audit } from '../../../platform/audit/audit.ts'
import { apiKeyPrefix, newApiKey } from '../../../platform/auth/api-key.ts'
import type { Ctx } from '../../../platform/context.ts'
import { hashKey } from '../../../platform/crypto/hash.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { record } from '../../../platform/events/record.ts'
import { apiKeyEvents } from './events.ts'
import type { ApiKeyInput } from './schema.ts'
import { revokeKeys } from './store.ts'

/** Only people make keys: one that leaked must not be able to outlive itself. */
export async function createApiKey(
  ctx: Ctx,
  { name, scopes, expiresAt }: ApiKeyInput,
): Promise<{ id: string; key: string }> {
  const { kind, memberId } = ctx.actor
  if (kind !== 'member' || memberId === null)
    throw new AppError('forbidden', 'An API key cannot make API keys. Sign in as a person.')
  const now = ctx.now()
  if (expiresAt && new Date(expiresAt) <= now) throw invalidField('expiresAt', 'Choose a time to come.')
  scopes.forEach((scope, index) => requireHeld(ctx, scope as Permission, `scopes.${index}`))
  const [id, key] = [newId(now.getTime()), newApiKey()]
  const row = {
    workspaceId: ctx.workspaceId,
    id,
    name,
    prefix: apiKeyPrefix(key),
    scopes: [...new Set(scopes)],
    createdBy: memberId,
    createdAt: now,
    expiresAt: expiresAt ?? null,
  }
  await inTransaction(ctx.db, async tx => {
    await tx.insertInto('apiKeys').values(row).execute()
    await tx
      .insertInto('apiKeyHashes')
      .values({ hash: hashKey(key), workspaceId: ctx.workspaceId, apiKeyId: id })
      .execute()
    await record(tx, ctx, [apiKeyEvents.created({ id }, { name, scopes: row.scopes })])
    await audit(tx, ctx, {
      action: 'api-key.created',
      subjectType: 'api-key',
      subjectId: id,
      detail: { scopes: row.scopes, expiresAt: row.expiresAt },
    })
  })
  return { id, key }
}

function requireHeld({ app, actor }: Ctx, scope: Permission, path: string): void {
  const least = app.permissions.get(scope)
  if (least === undefined) throw invalidField(path, `There is no permission ${scope}.`)
  if (!isAtLeast(actor.role, least))
    throw new AppError('forbidden', `You do not hold the permission ${scope}, so your key cannot either.`, {
      fields: [{ path, message: 'You do not hold this permission.' }],
    })
}

export async function revokeApiKey(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    const revoked = await revokeKeys(tx, ctx.workspaceId, { id }, ctx.now())
    if (revoked.length === 0) throw notFound('API key')
    await record(tx, ctx, [apiKeyEvents.revoked({ id })])
    await audit(tx, ctx, { action: 'api-key.revoked', subjectType: 'api-key', subjectId: id })
  })
}
