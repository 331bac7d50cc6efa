import { sql, type RawBuilder } from 'kysely'
import type { Page } from '../../../kernel/page.ts'
import type { Ctx } from '../../../platform/context.ts'
import { linkedJson } from '../../../platform/record/linked.ts'
import { isVisible } from '../../../platform/list/visible.ts'
import { joinMember } from '../../workspace/members/public.ts'
import { joinCompany } from '../companies/public.ts'
import { joinRoot } from '../contacts/public.ts'
import type { FeedItem, FeedQuery } from './schema.ts'

/** Newest events that one page looks at, at most so many times: of a member held to their team there may be none among millions. */
const looksAt = 2000
const mostLooks = 5

/**
 * What happened with the customers that the actor may see, newest recorded first: ids are made in the order of recording,
 * so the primary key is that order. What an import brought in happened elsewhere and long ago, and is left out.
 */
export async function listFeed(ctx: Ctx, query: FeedQuery): Promise<Page<FeedItem>> {
  let page = await look(ctx, query)
  for (let looks = 1; looks < mostLooks && page.items.length === 0 && page.nextCursor !== null; looks++)
    page = await look(ctx, { ...query, cursor: page.nextCursor })
  return page
}

async function look(ctx: Ctx, { limit, cursor }: FeedQuery): Promise<Page<FeedItem>> {
  const leftOut = ctx.app.events.flatMap(({ kind, declaration }) => (declaration.isFrequent ? kind : []))
  const { rows } = await sql<FeedItem>`
    select e.id, e.kind, e.channel, e.occurred_at, e.recorded_at, e.subject_type, e.subject_id, e.contact_id, e.data,
      json_build_object('kind', e.actor_kind, 'id', e.actor_id, 'name', m.name) as actor, ${named('c')} as contact, ${named('co')} as company, ${linkedJson(ctx, 'e.linked_id')} as linked
    from (select e.* from events e where ${isBefore(ctx, cursor)} order by e.id desc limit ${looksAt}) e
      ${joinRoot('e.contact_id', 'c', sql`and c.deleted_at is null`)}
      ${joinCompany('e.company_id')} and co.deleted_at is null and ${isVisible(ctx, 'co')}
      ${joinMember('e.actor_id')}
    where e.import_id is null and e.kind <> all(${leftOut}::text[]) and case when e.contact_id is null then co.id is not null else c.id is not null and ${isVisible(ctx, 'c')} end
    order by e.id desc limit ${limit + 1}`.execute(ctx.db)
  const items = rows.slice(0, limit)
  return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : await findEnd(ctx, cursor) }
}

/** The oldest event that was looked at; null when there are no older ones. Read from the index alone. */
async function findEnd(ctx: Ctx, cursor: string | undefined): Promise<string | null> {
  const last = sql`order by e.id desc offset ${looksAt - 1} limit 1`
  const { rows } = await sql<{ id: string }>`
    select e.id from events e where ${isBefore(ctx, cursor)} ${last}`.execute(ctx.db)
  return rows[0]?.id ?? null
}

function isBefore(ctx: Ctx, cursor: string | undefined): RawBuilder<boolean> {
  const before = cursor === undefined ? sql`true` : sql`e.id < ${cursor}::uuid`
  return sql<boolean>`e.workspace_id = ${ctx.workspaceId} and ${before}`
}

function named(alias: string): RawBuilder<unknown> {
  return sql.raw(
    `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'name', ${alias}.name) end`,
  )
}
