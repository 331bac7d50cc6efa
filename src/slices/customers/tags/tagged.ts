import { sql } from 'kysely'
import { AppError } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { findRows } from '../../../platform/db/row.ts'
import type { RecordExtra } from '../../../platform/record/record-extra.ts'

const words = defineMessages('tags.tagged', {
  missingTag: 'One of the tags does not exist. Nothing was saved.',
  noSuchTag: 'There is no such tag.',
})

interface TagPatch {
  tagIds?: string[]
  addTagIds?: string[]
  removeTagIds?: string[]
}

/** The tags of records: those that are given must be the workspace's, and stay until the caller's transaction ends. */
export const tagged: RecordExtra = {
  column: 'tagIds',
  async given(tenant, _name, items: readonly TagPatch[]) {
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
