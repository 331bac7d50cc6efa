import { AppError, notFound } from '../../../../kernel/errors.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/db/database.ts'
import type { ImportStatus } from '../schema.ts'
import { lockImport, type StoredImport } from '../store.ts'

/** An import reads and changes everybody's records: whoever sees only some of them may not run one. */
export function requireAll({ actor }: Ctx): void {
  if (actor.recordRule === 'all') return
  throw new AppError(
    'forbidden',
    'An import changes records of everybody, and your role sees only its own and its team’s. Ask an admin of your workspace to import the file.',
  )
}

const doing: Partial<Record<ImportStatus, string>> = {
  checking: 'is being checked',
  running: 'is running',
  done: 'has run',
  undoing: 'is being undone',
  undone: 'was undone',
  failed: 'stopped half-way',
}

/** The import, locked, if it is in one of these states. */
export async function lockIn(
  tx: Db,
  ctx: Ctx,
  id: string,
  statuses: readonly ImportStatus[],
  wish: string,
): Promise<StoredImport> {
  requireAll(ctx)
  const found = await lockImport(tx, ctx.workspaceId, id)
  if (!found) throw notFound('import')
  if (!statuses.includes(found.status)) {
    throw new AppError('conflict', `This import ${doing[found.status] ?? 'is not ready'}, so it cannot be ${wish}.`, {
      status: found.status,
    })
  }
  return found
}
