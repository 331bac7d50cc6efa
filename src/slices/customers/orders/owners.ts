import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { isVisible } from '../../../platform/list/visible.ts'

type Alias = 'o' | 'r'

/**
 * Whose the order or return `alias` is now: the contact that its own one belongs to after merges, and the company.
 * Subqueries, because the database then looks them up for the rows of the page only.
 */
export function ownerColumns(alias: Alias): RawBuilder<unknown> {
  return sql`${contactId(alias)} as contact_id, ${contactName(alias)} as contact_name,
    ${sql.id(alias)}.company_id, ${companyName(alias)} as company_name`
}

export function contactId(alias: Alias): RawBuilder<unknown> {
  const table = sql.id(alias)
  return sql`(
    select coalesce(oc.merged_into, oc.id) from contacts oc
    where oc.workspace_id = ${table}.workspace_id and oc.id = ${table}.contact_id)`
}

export function contactName(alias: Alias): RawBuilder<unknown> {
  const table = sql.id(alias)
  return sql`(
    select c.name from contacts oc join contacts c on c.workspace_id = oc.workspace_id and c.id = coalesce(oc.merged_into, oc.id)
    where oc.workspace_id = ${table}.workspace_id and oc.id = ${table}.contact_id)`
}

export function companyName(alias: Alias): RawBuilder<unknown> {
  const table = sql.id(alias)
  return sql`(select co.name from companies co where co.workspace_id = ${table}.workspace_id and co.id = ${table}.company_id)`
}

/** The record rule: an order or return is seen by whoever sees its contact or its company, and these are not in the bin. */
export function isOwnersVisible(ctx: Pick<Ctx, 'actor' | 'workspaceId'>, alias: Alias): RawBuilder<boolean> {
  if (ctx.actor.recordRule === 'all') return sql<boolean>`true`
  const table = sql.id(alias)
  return sql<boolean>`(
    exists (select from contacts w
      where w.workspace_id = ${ctx.workspaceId} and w.id = ${table}.contact_id and w.deleted_at is null and w.merged_into is null and ${isVisible(ctx, 'w')})
    or exists (select from contacts m join contacts s on s.workspace_id = m.workspace_id and s.id = m.merged_into
      where m.workspace_id = ${ctx.workspaceId} and m.id = ${table}.contact_id
        and s.deleted_at is null and s.merged_into is null and s.has_merged and ${isVisible(ctx, 's')})
    or exists (select from companies k
      where k.workspace_id = ${ctx.workspaceId} and k.id = ${table}.company_id and k.deleted_at is null and ${isVisible(ctx, 'k')}))`
}
