import { AppError } from '../../../kernel/errors.ts'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'

/** Throws `unprocessable` unless all these tags are the workspace's. */
export async function requireTags(db: Db, workspaceId: WorkspaceId, ids: string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const found = await db.selectFrom('tags').select('id').where('workspaceId', '=', workspaceId).where('id', 'in', wanted).execute()
  if (found.length < wanted.length) {
    throw new AppError('unprocessable', 'One of the tags does not exist. Nothing was saved.', { fields: [{ path: 'tagIds', message: 'There is no such tag.' }] })
  }
}
