import { sql, type RawBuilder } from 'kysely'
import { nameById, workspaceOf } from '../../../platform/db/join.ts'

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
