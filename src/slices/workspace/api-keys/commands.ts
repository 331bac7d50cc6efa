import { AppError, defineAbsence, invalidField } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { isAtLeast, type Permission } from '../../../kernel/permissions.ts'
import { audit } from '../../../platform/audit/audit.ts'
import type { Ctx } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { record } from '../../../platform/events/record.ts'
import { apiKeyEvents } from './events.ts'
import type { ApiKeyInput } from './schema.ts'
import { insertKey, revokeKeys } from './store.ts'

const words = defineMessages('api-keys.commands', {
  noKeyByKey: 'An API key cannot make API keys. Sign in as a person.',
  timeToCome: 'Choose a time to come.',
  unknownPermission: 'There is no permission {scope}.',
  notHeld: 'You do not hold the permission {scope}, so your key cannot either.',
  notHeldHere: 'You do not hold this permission.',
})
const noApiKey = defineAbsence('api-keys.no-api-key', 'API key')

/** Only people make keys: one that leaked must not be able to outlive itself. */
export async function createApiKey(
  ctx: Ctx,
  { name, scopes, expiresAt }: ApiKeyInput,
): Promise<{ id: string; key: string }> {
  const { kind, memberId } = ctx.actor
  if (kind !== 'member' || memberId === null) throw new AppError('forbidden', say(words, 'noKeyByKey'))
  const now = ctx.now()
  if (expiresAt && new Date(expiresAt) <= now) throw invalidField('expiresAt', say(words, 'timeToCome'))
  scopes.forEach((scope, index) => requireHeld(ctx, scope as Permission, `scopes.${index}`))
  const held = [...new Set(scopes)]
  const values = { name, scopes: held, createdBy: memberId, createdAt: now, expiresAt: expiresAt ?? null }
  return inTransaction(ctx, async ctx => {
    const made = await insertKey(ctx, values)
    await record(ctx, [apiKeyEvents.created(made, { name, scopes: held })])
    const detail = { scopes: held, expiresAt: values.expiresAt }
    await audit(ctx, { action: 'api-key.created', subjectId: made.id, detail })
    return made
  })
}

function requireHeld({ app, actor }: Ctx, scope: Permission, path: string): void {
  const least = app.permissions.get(scope)
  if (least === undefined) throw invalidField(path, say(words, 'unknownPermission', { scope }))
  if (!isAtLeast(actor.role, least))
    throw new AppError('forbidden', say(words, 'notHeld', { scope }), {
      fields: [{ path, message: say(words, 'notHeldHere') }],
    })
}

export async function revokeApiKey(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const revoked = await revokeKeys(ctx, { id }, ctx.now())
    if (revoked.length === 0) throw noApiKey()
    await record(ctx, [apiKeyEvents.revoked({ id })])
    await audit(ctx, { action: 'api-key.revoked', subjectId: id })
  })
}
