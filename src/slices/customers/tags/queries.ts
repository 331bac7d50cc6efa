import { sql } from 'kysely'
import { defineAbsence } from '../../../kernel/errors.ts'
import type { Page } from '../../../kernel/page.ts'
import type { Ctx } from '../../../platform/context.ts'
import { escapeLike, type ListColumn } from '../../../platform/list/filter.ts'
import { listPage } from '../../../platform/list/list.ts'
import { selectOf } from '../../../platform/record/fragments.ts'
import { findRecords } from '../../../platform/record/statements.ts'
import { shownColumns, tagColors, type ShownTag } from './record.ts'
import type { Tag, TagListQuery } from './schema.ts'
import { taggedKinds } from './take-off.ts'

export const noTag = defineAbsence('tags.no-tag', 'tag')

const select = selectOf(shownColumns, 't')

const columns: Record<string, ListColumn> = {
  name: { type: 'text', sql: sql`lower(t.name)`, isSortable: true },
  color: { type: 'choice', sql: sql`t.color`, choices: tagColors },
}

export async function listTags(ctx: Ctx, { uses, ...query }: TagListQuery): Promise<Page<Tag>> {
  const page = await listPage<ShownTag>(ctx, query, {
    alias: 't',
    from: sql`tags t`,
    select,
    columns,
    defaultSort: 'name',
    search: q => sql<boolean>`lower(t.name) like ${'%' + escapeLike(q.toLowerCase()) + '%'}`,
  })
  return { ...page, items: uses ? await withUses(ctx, page.items) : page.items.map(toTag) }
}

export async function getTag(ctx: Ctx, id: string): Promise<Tag> {
  const rows = await findRecords(ctx, 'tags', shownColumns, [id])
  const [tag] = await withUses(ctx, rows)
  return noTag.unless(tag)
}

const toTag = (row: ShownTag): Tag => ({ ...row, createdAt: row.createdAt.toISOString() })

const countUpTo = 1000

async function withUses(ctx: Ctx, rows: ShownTag[]): Promise<Tag[]> {
  const ids = rows.map(row => row.id)
  const uses = await countUses(ctx, ids, countUpTo + 1)
  const capped = (count: number) => ({ count: Math.min(count, countUpTo), isCapped: count > countUpTo })
  return rows.map((row, index) => ({
    ...toTag(row),
    uses: Object.fromEntries(Object.entries(uses[index]!).map(([kind, count]) => [kind, capped(count)])),
  }))
}

/** How many records of each kind carry each tag, counted up to `limit`; by the plural noun of the kind. */
export async function countUses(ctx: Ctx, ids: string[], limit: number): Promise<Record<string, number>[]> {
  const counts = taggedKinds(ctx.app.records).map(
    ({ table }) => sql`${sql.lit(table)}, (select count(*) from (
        select from ${sql.table(table)} r where r.workspace_id = ${ctx.workspaceId} and r.tag_ids @> array[given.id] limit ${limit}) counted)`,
  )
  const { rows } = await sql<{ uses: Record<string, number> }>`
    select json_build_object(${sql.join(counts)}) as uses
    from unnest(${ids}::uuid[]) with ordinality as given (id, n) order by given.n`.execute(ctx.db)
  return rows.map(row => row.uses)
}
