import { sql, type RawBuilder } from 'kysely'
import { isAtLeast, type Permission } from '../../../kernel/permissions.ts'
import { can, type Ctx } from '../../../platform/context.ts'
import { isVisible } from '../../../platform/list/visible.ts'
import { begins, findNamed, findMeant, type Named } from './find-named.ts'
import { readNeedle, type Needle } from './needle.ts'
import { hitKinds, type Hit, type HitKind, type SearchGroup } from './schema.ts'

const permissions: Record<HitKind, Permission> = {
  contact: 'contacts:read',
  company: 'companies:read',
  order: 'orders:read',
}

/**
 * Everything that `q` may mean: groups with at most `limit` hits each, best first. One statement; a second one looks for
 * slips when there is nothing.
 */
export async function search(ctx: Ctx, q: string, limit: number): Promise<SearchGroup[]> {
  const needle = readNeedle(q, ctx.workspace.country)
  const kinds = hitKinds.filter(kind => can(ctx.app, ctx.actor, permissions[kind], isAtLeast))
  const named = kinds.filter(kind => kind !== 'order')
  if (needle === null || kinds.length === 0) return []
  const exact = named.map(kind => describe(ctx, kind, findNamed(ctx, kind, needle, limit)))
  if (kinds.includes('order') && needle.numbers.length > 0) exact.push(findOrders(ctx, needle, limit))
  const hits = await run(ctx, exact)
  if (hits.length > 0 || needle.meant === null) return grouped(hits)
  return grouped(
    await run(
      ctx,
      named.map(kind => describe(ctx, kind, findMeant(ctx, kind, needle, limit))),
    ),
  )
}

/** Runs queries that give kind, id, title, subtitle and place as one statement. */
async function run(ctx: Ctx, parts: RawBuilder<unknown>[]): Promise<Hit[]> {
  if (parts.length === 0) return []
  const all = sql.join(
    parts.map(part => sql`(${part})`),
    sql` union all `,
  )
  const { rows } = await sql<Hit>`select kind, id, title, subtitle from (${all}) found order by kind, place`.execute(
    ctx.db,
  )
  return rows
}

function grouped(hits: Hit[]): SearchGroup[] {
  return hitKinds.flatMap(kind => {
    const items = hits.filter(hit => hit.kind === kind)
    return items.length > 0 ? [{ kind, items }] : []
  })
}

function describe(ctx: Ctx, kind: Named, hits: RawBuilder<unknown>): RawBuilder<unknown> {
  const place = sql`row_number() over (order by hit.stage, hit.rank) as place`
  return kind === 'contact'
    ? sql`select 'contact' as kind, c.id, c.name as title, nullif(concat_ws(' · ', coalesce(c.email, c.phone), co.name), '') as subtitle, ${place}
        from (${hits}) hit
          join contacts c on c.workspace_id = ${ctx.workspaceId} and c.id = hit.id
          left join companies co on co.workspace_id = ${ctx.workspaceId} and co.id = c.company_id`
    : sql`select 'company' as kind, c.id, c.name as title, nullif(concat_ws(' · ', c.domain, c.city), '') as subtitle, ${place}
        from (${hits}) hit join companies c on c.workspace_id = ${ctx.workspaceId} and c.id = hit.id`
}

function findOrders(ctx: Ctx, needle: Needle, limit: number): RawBuilder<unknown> {
  const ways = needle.numbers.map(
    prefix => sql`(select o.id, o.number, o.contact_id, o.company_id from orders o
      where o.workspace_id = ${ctx.workspaceId} and o.deleted_at is null and ${begins(sql`o.number`, prefix)} order by o.number, o.id limit ${ctx.actor.recordRule === 'all' ? limit : 200})`,
  )
  const isSeen =
    ctx.actor.recordRule === 'all' ? sql`true` : sql`coalesce(${isVisible(ctx, 'c')} or ${isVisible(ctx, 'co')}, false)`
  return sql`select 'order' as kind, o.id, o.number as title, coalesce(c.name, co.name) as subtitle, row_number() over (order by o.number, o.id) as place
    from (${sql.join(ways, sql` union `)}) o
      left join contacts met on met.workspace_id = ${ctx.workspaceId} and met.id = o.contact_id
      left join contacts c on c.workspace_id = ${ctx.workspaceId} and c.id = coalesce(met.merged_into, met.id)
      left join companies co on co.workspace_id = ${ctx.workspaceId} and co.id = o.company_id
    where ${isSeen} order by o.number, o.id limit ${limit}`
}
