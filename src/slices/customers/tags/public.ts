import { AppError } from '../../../kernel/errors.ts'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Db } from '../../../platform/db/database.ts'

const words = defineMessages('tags.public', {
  missingTag: 'One of the tags does not exist. Nothing was saved.',
  noSuchTag: 'There is no such tag.',
})

export { createTag } from './commands.ts'
export { ensureTags, removeUnusedTags } from './ensure-tags.ts'

/** Throws `unprocessable` unless all these tags are the workspace's; they stay until the caller's transaction ends. */
export async function requireTags(tx: Db, workspaceId: WorkspaceId, ids: string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const found = await tx
    .selectFrom('tags')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', wanted)
    .orderBy('id')
    .forKeyShare()
    .execute()
  if (found.length < wanted.length) {
    throw new AppError('unprocessable', say(words, 'missingTag'), {
      fields: [{ path: 'tagIds', message: say(words, 'noSuchTag') }],
    })
  }
}

export interface TagPatch {
  tagIds?: string[]
  addTagIds?: string[]
  removeTagIds?: string[]
}

/** As `requireTags`, for records that are to be saved. */
export function requireTagsOf(tx: Db, workspaceId: WorkspaceId, items: readonly TagPatch[]): Promise<void> {
  const given = items.flatMap(({ tagIds = [], addTagIds = [] }) => [...tagIds, ...addTagIds])
  return requireTags(tx, workspaceId, given)
}

/** The tags of a record after a change; undefined when none was asked for. */
export async function changedTags(
  tx: Db,
  workspaceId: WorkspaceId,
  before: string[],
  { tagIds, addTagIds = [], removeTagIds = [] }: TagPatch,
): Promise<string[] | undefined> {
  if (!tagIds && addTagIds.length === 0 && removeTagIds.length === 0) return undefined
  await requireTags(tx, workspaceId, [...(tagIds ?? []), ...addTagIds])
  const removed = new Set(removeTagIds)
  return [...new Set([...(tagIds ?? before), ...addTagIds])].filter(tagId => !removed.has(tagId))
}
