import { sql, type RawBuilder } from 'kysely'
import { AppError } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { nameById, workspaceOf } from '../../../platform/db/join.ts'
import { findRows } from '../../../platform/db/row.ts'
import type { RecordExtra } from '../../../platform/record/commands.ts'

const words = defineMessages('tags.public', {
  missingTag: 'One of the tags does not exist. Nothing was saved.',
  noSuchTag: 'There is no such tag.',
})

export { createTag } from './commands.ts'
export { ensureTags, removeUnusedTags } from './ensure-tags.ts'

/** The name of the tag whose id is in the column `of`. */
export function tagName(of: string): RawBuilder<string | null> {
  return nameById('tags', of)
}

/** The names of the tags whose ids are in the column `of`. */
export function tagNames(of: string): RawBuilder<string[]> {
  return sql.raw(`(select coalesce(array_agg(t.name order by t.name), '{}') from tags t
    where t.workspace_id = ${workspaceOf(of)} and t.id = any(${of}))`)
}

interface TagPatch {
  tagIds?: string[]
  addTagIds?: string[]
  removeTagIds?: string[]
}

/** The tags of records: those that are given must be the workspace's, and stay until the caller's transaction ends. */
export const tagged: RecordExtra = {
  async given(tenant, items: readonly TagPatch[]) {
    const given = items.flatMap(({ tagIds = [], addTagIds = [] }) => [...tagIds, ...addTagIds])
    await requireTags(tenant, given)
    return ({ tagIds, addTagIds = [], removeTagIds = [] }: TagPatch, before?: { tagIds: string[] }) => {
      if (before && !tagIds && addTagIds.length === 0 && removeTagIds.length === 0) return {}
      const all = new Set([...(tagIds ?? before?.tagIds ?? []), ...addTagIds])
      return { tagIds: [...all].filter(tagId => !removeTagIds.includes(tagId)) }
    }
  },
}

async function requireTags(tenant: Tenant, ids: string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const found = await findRows(tenant, 'tags', ['id'], { id: wanted }, sql`order by id for key share`)
  if (found.length === wanted.length) return
  const fields = [{ path: 'tagIds', message: say(words, 'noSuchTag') }]
  throw new AppError('unprocessable', say(words, 'missingTag'), { fields })
}
