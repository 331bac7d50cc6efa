import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { isVisible } from '../../../platform/list/visible.ts'
import { companyName, seesCompany } from '../companies/public.ts'
import { isSeenThrough, rootIdOf, rootNameOf } from './root.ts'

/**
 * Whose the record `alias` (an order, a return) is now: the root of its contact, and the company; neither is named to whom
 * may not see it. Subqueries, because the database then looks them up for the rows of the page only.
 */
export function ownersOf(ctx: Ctx, alias: string): Record<string, RawBuilder<unknown>> {
  const [contact, company] = [`${alias}.contact_id`, `${alias}.company_id`]
  const shown = (isSeen: RawBuilder<boolean>, value: RawBuilder<unknown>) =>
    ctx.actor.recordRule === 'all' ? value : sql`case when ${isSeen} then ${value} end`
  return {
    contactId: shown(isSeenThrough(ctx, contact), rootIdOf(contact)),
    contactName: shown(isSeenThrough(ctx, contact), rootNameOf(contact)),
    companyId: shown(seesCompany(ctx, company), sql.raw(company)),
    companyName: shown(seesCompany(ctx, company), companyName(company)),
  }
}

/** The record rule: such a record is seen by whoever sees its contact or its company, and these are not in the bin. */
export function isOwnersVisible(ctx: Pick<Ctx, 'actor' | 'workspaceId'>, alias: string): RawBuilder<boolean> {
  if (ctx.actor.recordRule === 'all') return sql<boolean>`true`
  const table = sql.id(alias)
  return sql<boolean>`(
    exists (select from contacts w
      where w.workspace_id = ${ctx.workspaceId} and w.id = ${table}.contact_id and w.deleted_at is null and w.merged_into is null and ${isVisible(ctx, 'w')})
    or exists (select from contacts m join contacts s on s.workspace_id = m.workspace_id and s.id = m.merged_into
      where m.workspace_id = ${ctx.workspaceId} and m.id = ${table}.contact_id
        and s.deleted_at is null and s.merged_into is null and s.has_merged and ${isVisible(ctx, 's')})
    or ${seesCompany(ctx, `${alias}.company_id`)})`
}
