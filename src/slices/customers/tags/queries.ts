import { sql } from 'kysely'
import { notFound } from '../../../kernel/errors.ts'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { ListQuery, Page } from '../../../kernel/page.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/db/database.ts'
import { escapeLike, type ListColumn } from '../../../platform/list/filter.ts'
import { listPage, type ListSpec } from '../../../platform/list/list.ts'
import { tagColors, type Tag, type TagColor } from './schema.ts'

interface TagRow {
  id: string
  name: string
  color: TagColor
  createdAt: Date
}

const columns: Record<string, ListColumn> = {
  name: { type: 'text', sql: sql`lower(t.name)`, isSortable: true },
  color: { type: 'choice', sql: sql`t.color`, choices: tagColors },
}

export async function listTags(ctx: Ctx, query: ListQuery): Promise<Page<Tag>> {
  const spec: ListSpec = {
    from: sql`tags t`,
    select: sql`t.id, t.name, t.color, t.created_at`,
    where: [sql<boolean>`t.workspace_id = ${ctx.workspaceId}`],
    id: sql`t.id`,
    columns,
    defaultSort: 'name',
    search: q => sql<boolean>`lower(t.name) like ${'%' + escapeLike(q.toLowerCase()) + '%'}`,
  }
  const page = await listPage<TagRow>(ctx.db, spec, query)
  return { ...page, items: await withUses(ctx, page.items) }
}

export async function getTag(ctx: Ctx, id: string): Promise<Tag> {
  const row = await ctx.db
    .selectFrom('tags')
    .select(['id', 'name', 'color', 'createdAt'])
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('tag')
  const [tag] = await withUses(ctx, [row as TagRow])
  return tag!
}

const countUpTo = 1000

async function withUses(ctx: Ctx, rows: TagRow[]): Promise<Tag[]> {
  const uses = await countUses(
    ctx.db,
    ctx.workspaceId,
    rows.map(row => row.id),
    countUpTo + 1,
  )
  const capped = (count: number) => ({ count: Math.min(count, countUpTo), isCapped: count > countUpTo })
  return rows.map((row, index) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    contacts: capped(uses[index]!.contacts),
    companies: capped(uses[index]!.companies),
  }))
}

/** How many contacts and companies carry each tag, counted up to `limit`. */
export async function countUses(
  db: Db,
  workspaceId: WorkspaceId,
  ids: string[],
  limit: number,
): Promise<{ contacts: number; companies: number }[]> {
  const { rows } = await sql<{ contacts: number; companies: number }>`
    select
      (select count(*) from (select from contacts c where c.workspace_id = ${workspaceId} and c.tag_ids @> array[given.id] limit ${limit}) counted) as contacts,
      (select count(*) from (select from companies o where o.workspace_id = ${workspaceId} and o.tag_ids @> array[given.id] limit ${limit}) counted) as companies
    from unnest(${ids}::uuid[]) with ordinality as given (id, n) order by given.n`.execute(db)
  return rows
}
