import { sql } from 'kysely'
import { defineAbsence } from '../../../kernel/errors.ts'
import type { ListQuery, Page } from '../../../kernel/page.ts'
import type { Ctx } from '../../../platform/context.ts'
import { listPage } from '../../../platform/list/list.ts'
import { isVisible } from '../../../platform/list/visible.ts'
import { joinRoot } from '../../customers/contacts/public.ts'
import { collectedKinds } from './received.ts'
import type { RecentEvent, Rejection, Source } from './schema.ts'

export const noSource = defineAbsence('collect.no-source', 'source')

/** The newest events of a workspace among which those of a source are looked for: the cost is the same at any size. */
const looksAt = 5000
const most = 100

export async function listSources(ctx: Ctx, id: string | null = null): Promise<Source[]> {
  const { rows } = await sql<Source>`
    with newest as materialized (
      select e.kind, e.recorded_at, e.data ->> 'sourceId' as source_id from events e
      where e.workspace_id = ${ctx.workspaceId} order by e.id desc limit ${looksAt}),
    seen as (
      select newest.source_id, max(newest.recorded_at) as at from newest
      where newest.kind = any(${collectedKinds}::text[]) group by 1)
    select s.id, s.name, s.slug, s.kind, s.write_key, s.allowed_origins, s.consent_mode, s.is_enabled, s.is_demo, s.created_at, seen.at as last_event_at
    from collect_sources s left join seen on seen.source_id = s.id::text
    where s.workspace_id = ${ctx.workspaceId} and s.archived_at is null and (${id}::uuid is null or s.id = ${id}::uuid)
    order by lower(s.name), s.id limit 500`.execute(ctx.db)
  return rows
}

export async function getSource(ctx: Ctx, id: string): Promise<Source> {
  const [source] = await listSources(ctx, id)
  return noSource.unless(source)
}

export async function listRejections(ctx: Ctx, sourceId: string, query: ListQuery): Promise<Page<Rejection>> {
  await getSource(ctx, sourceId)
  return listPage<Rejection>(ctx, query, {
    alias: 'r',
    from: sql`collect_rejections r`,
    select: sql`r.id, r.reason, r.body, r.created_at`,
    where: [sql<boolean>`r.source_id = ${sourceId}`],
    columns: { createdAt: { type: 'time', sql: sql`r.created_at`, isSortable: true } },
  })
}

/** The newest events of a source; those of contacts whom the actor may not see are left out. */
export async function listRecent(ctx: Ctx, sourceId: string): Promise<RecentEvent[]> {
  await getSource(ctx, sourceId)
  const { rows } = await sql<RecentEvent>`
    with newest as materialized (
      select e.workspace_id, e.id, e.kind, e.contact_id, e.occurred_at, e.recorded_at, e.data from events e
      where e.workspace_id = ${ctx.workspaceId} order by e.id desc limit ${looksAt})
    select n.id, n.kind, c.id as contact_id, c.name as contact_name, n.occurred_at, n.recorded_at, n.data
    from newest n
      ${joinRoot('n.contact_id')}
    where n.kind = any(${collectedKinds}::text[]) and n.data ->> 'sourceId' = ${sourceId} and (n.contact_id is null or ${isVisible(ctx, 'c')})
    order by n.id desc limit ${most}`.execute(ctx.db)
  return rows
}
