import { AppError, invalidField, notFound } from '../../../kernel/errors.ts'
import { isAtLeast, type Permission } from '../../../kernel/permissions.ts'
import { audit } from '../../../platform/audit/audit.ts'
import type { Ctx } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { record } from '../../../platform/events/record.ts'
import { apiKeyEvents } from './events.ts'
import type { ApiKeyInput } from './schema.ts'
import { insertKey, revokeKeys } from './store.ts'

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
  const held = [...new Set(scopes)]
  const values = { name, scopes: held, createdBy: memberId, createdAt: now, expiresAt: expiresAt ?? null }
  return inTransaction(ctx.db, async tx => {
    const made = await insertKey(tx, ctx.workspaceId, values)
    await record(tx, ctx, [apiKeyEvents.created(made, { name, scopes: held })])
    const detail = { scopes: held, expiresAt: values.expiresAt }
    await audit(tx, ctx, { action: 'api-key.created', subjectType: 'api-key', subjectId: made.id, detail })
    return made
  })
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
