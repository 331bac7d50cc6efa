import { AppError } from '../../kernel/errors.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { App } from '../../platform/context.ts'
import { inTransaction } from '../../platform/db/database.ts'
import { insertKey, revokeKey } from '../../slices/workspace/api-keys/public.ts'
import { findOwner } from '../../slices/workspace/members/public.ts'

const lifetime = 24 * 3600_000

/** Lends `work` an API key of the oldest owner of a workspace for one area (`imports`), and revokes it afterwards. */
export async function withOwnerKey<T>(
  app: App,
  workspaceId: string | undefined,
  area: string,
  work: (key: string) => Promise<T>,
): Promise<T> {
  const owner = await findOwner(app.db, workspaceId)
  if (!owner) throw new AppError('not-found', 'There is no such workspace. Start the app once first.')
  const now = app.clock.now()
  const { id, key } = await inTransaction(app, ({ db }) =>
    insertKey(
      { db, workspaceId: owner.workspaceId },
      {
        name: 'Command line',
        scopes: [...app.permissions.keys()].filter((permission: Permission) => permission.startsWith(`${area}:`)),
        createdBy: owner.memberId,
        createdAt: now,
        expiresAt: new Date(now.getTime() + lifetime),
      },
    ),
  )
  try {
    return await work(key)
  } finally {
    await revokeKey({ db: app.db, workspaceId: owner.workspaceId }, id, app.clock.now())
  }
}
