import { AppError } from '../../kernel/errors.ts'
import type { App } from '../../platform/context.ts'
import { inTransaction } from '../../platform/db/database.ts'
import { insertKey, revokeKey } from '../../slices/workspace/api-keys/public.ts'
import { findOwner, type Owner } from '../../slices/workspace/members/public.ts'

const lifetime = 24 * 3600_000

/** An API key of the oldest owner of a workspace, or of the first one. */
export async function makeOwnerKey(
  app: App,
  workspaceId: unknown,
  given: { name: string; scopes: string[]; expiresAt: Date | null },
): Promise<Owner & { id: string; key: string }> {
  const owner = await findOwner(app.db, typeof workspaceId === 'string' ? workspaceId : undefined)
  if (!owner) throw new AppError('not-found', 'There is no such workspace. Start the app once first.')
  const made = { ...given, createdBy: owner.memberId, createdAt: app.clock.now() }
  return {
    ...owner,
    ...(await inTransaction(app, ({ db }) => insertKey({ db, workspaceId: owner.workspaceId }, made))),
  }
}

/** Lends `work` such a key for one area (`imports`), and revokes it afterwards. */
export async function withOwnerKey<T>(
  app: App,
  workspaceId: unknown,
  area: string,
  work: (key: string) => Promise<T>,
): Promise<T> {
  const scopes = [...app.permissions.keys()].filter(permission => permission.startsWith(`${area}:`))
  const expiresAt = new Date(app.clock.now().getTime() + lifetime)
  const made = await makeOwnerKey(app, workspaceId, { name: 'Command line', scopes, expiresAt })
  try {
    return await work(made.key)
  } finally {
    await revokeKey({ db: app.db, workspaceId: made.workspaceId }, made.id, app.clock.now())
  }
}
