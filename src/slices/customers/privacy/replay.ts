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
    const id = workspaceId as WorkspaceId
    if (!(await findWorkspace({ db: app.db, workspaceId: id }))) continue
    const erasure = await findErasure({ db: app.db, workspaceId: id }, erasureId)
    if (erasure?.status === 'done') continue
    const ctx = await systemCtx(app, id)
    if (!erasure)
      await inTransaction(app, ({ db }) =>
        beginErasure(
          { ...ctx, db, actor: { ...ctx.actor, memberId } },
          { id: erasureId, contactId, contactIds, requestId: null, at: new Date(at) },
          {
            hashes: hashes.map(hash => Buffer.from(hash, 'hex')),
            isForgotten: memberId === null && hashes.length === 0,
          },
        ),
      )
    await runErasure(app, id, erasureId)
    count++
  }
  return count
}
