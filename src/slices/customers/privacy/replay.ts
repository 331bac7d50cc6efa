import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { App } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { systemCtx } from '../../../platform/system-ctx.ts'
import { beginErasure } from './commands/erase-contact.ts'
import { findErasure } from './erasures.ts'
import { runErasure } from './jobs/erase.ts'
import { readJournal } from './journal.ts'
import { findWorkspace } from '../../../platform/workspaces.ts'

/** Makes a restored backup forget those who were erased after it was made. Says how many they are. */
export async function replayErasures(app: App): Promise<number> {
  let count = 0
  for (const { workspaceId, erasureId, contactId, contactIds, memberId, hashes, at } of await readJournal(app)) {
    const tenant = { db: app.db, workspaceId: workspaceId as WorkspaceId }
    if (!(await findWorkspace(tenant))) continue
    const erasure = await findErasure(tenant, erasureId)
    if (erasure?.status === 'done') continue
    const ctx = await systemCtx(app, tenant.workspaceId)
    if (!erasure)
      await inTransaction({ ...ctx, actor: { ...ctx.actor, memberId } }, by =>
        beginErasure(
          by,
          { id: erasureId, contactId, contactIds, requestId: null, at: new Date(at) },
          {
            hashes: hashes.map(hash => Buffer.from(hash, 'hex')),
            isForgotten: memberId === null && hashes.length === 0,
          },
        ),
      )
    await runErasure(ctx, erasureId)
    count++
  }
  return count
}
