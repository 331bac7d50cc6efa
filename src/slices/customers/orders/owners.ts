import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { isVisible } from '../../../platform/list/visible.ts'

/**
 * Joins to the order or return `alias` whose it is now: `oc` the contact that it was written with, `c` the one that this
 * contact belongs to after merges, `co` the company.
 */
export function ownersOf(alias: 'o' | 'r'): RawBuilder<unknown> {
  const table = sql.id(alias)
  return sql`
    left join contacts oc on oc.workspace_id = ${table}.workspace_id and oc.id = ${table}.contact_id
    left join contacts c on c.workspace_id = oc.workspace_id and c.id = coalesce(oc.merged_into, oc.id)
    left join companies co on co.workspace_id = ${table}.workspace_id and co.id = ${table}.company_id`
}

/** The record rule: an order or return is seen by whoever sees its contact or its company. */
export function isOwnersVisible(ctx: Pick<Ctx, 'actor'>): RawBuilder<boolean> {
  if (ctx.actor.recordRule === 'all') return sql<boolean>`true`
  return sql<boolean>`(${isVisible(ctx, 'c')} or ${isVisible(ctx, 'co')})`
}
