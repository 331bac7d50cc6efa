import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { isVisible } from '../../../platform/list/visible.ts'
import { companyName, seesCompany } from '../companies/public.ts'
import { rootIdOf, rootNameOf } from './root.ts'

/**
 * Whose the record `alias` (an order, a return) is now: the root of its contact, and the company. Subqueries, because the
 * database then looks them up for the rows of the page only.
 */
export function ownerColumns(alias: string): RawBuilder<unknown> {
  return sql`${rootIdOf(`${alias}.contact_id`)} as contact_id, ${rootNameOf(`${alias}.contact_id`)} as contact_name,
    ${sql.id(alias)}.company_id, ${companyName(`${alias}.company_id`)} as company_name`
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
