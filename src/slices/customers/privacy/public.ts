import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { App } from '../../../platform/context.ts'
import type { Db } from '../../../platform/db/database.ts'
import { findErased } from '../../../platform/erased-handles.ts'

/**
 * Whether something that happened at `at` is of a person who was erased since: it must leave no trace. What happens
 * after the erasure is of somebody who came anew.
 */
export async function isErased(
  db: Db,
  app: App,
  workspaceId: WorkspaceId,
  handles: readonly { kind: string; normal: string }[],
  at: Date,
): Promise<boolean> {
  const erased = await findErased(db, app, workspaceId, handles)
  return [...erased.values()].some(erasedAt => at <= erasedAt)
}

export { findErased } from '../../../platform/erased-handles.ts'
export { replayErasures } from './replay.ts'
export { noteRequest, type NotedRequest } from './commands/note-request.ts'
