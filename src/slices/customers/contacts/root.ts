import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { joinById, workspaceOf } from '../../../platform/db/join.ts'
import { isVisible } from '../../../platform/list/visible.ts'
import { rootsOf } from '../facts/public.ts'

/*
 * A contact that was merged into another keeps what was written for it; whoever reads that asks for its root, the contact
 * that it belongs to now. These are the fragments of SQL to ask with.
 */

/** The id of the root of the contact `alias`. */
export function rootId(alias: string): RawBuilder<string> {
  return sql.raw(rootIdText(alias))
}

const rootIdText = (alias: string) => `coalesce(${alias}.merged_into, ${alias}.id)`

/** Whether the contact `alias` is a root. */
export function isRoot(alias: string): RawBuilder<boolean> {
  return sql.raw(`${alias}.merged_into is null`)
}

/** Whether the contact `alias` was merged into one of the given roots: `= any(…)`, `in (select …)`. */
export function isMergedInto(alias: string, roots: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`${sql.raw(`${alias}.merged_into`)} ${roots}`
}

/** Whether the contact `alias` is one of the given roots or was merged into one. */
export function belongsTo(alias: string, roots: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`(${sql.raw(`${alias}.id`)} ${roots} or ${isMergedInto(alias, roots)})`
}

/** Joins as `as` the root of the contact in the column `of` (`e.contact_id`), where `and` holds. */
export function joinRoot(of: string, as = 'c', and: RawBuilder<unknown> = sql``): RawBuilder<unknown> {
  const alias = `${as}_own`
  const root = `left join contacts ${as} on ${as}.workspace_id = ${workspaceOf(of)} and ${as}.id = ${rootIdText(alias)}`
  return sql`${joinById('contacts', of, alias)} ${sql.raw(root)} ${and}`
}

/** The contact that is asked for, `asked`, beside its root `c`. */
export const askedAndRoot = sql`contacts asked
  join contacts c on c.workspace_id = asked.workspace_id and c.id = ${rootId('asked')}`

/** All ids that the history of the root `alias` is written with: its own first. */
export function idsOfRoot(alias: string): RawBuilder<string[]> {
  return sql.raw(`case when ${alias}.has_merged then array(
      select ${alias}.id union all select merged.id from contacts merged
      where merged.workspace_id = ${alias}.workspace_id and merged.merged_into = ${alias}.id)
    else array[${alias}.id] end`)
}

/** Looks up the root of the contact in the column `of`, for the rows of a page only. */
export function rootIdOf(of: string): RawBuilder<string | null> {
  return sql.raw(
    `(select ${rootIdText('merged')} from contacts merged
      where merged.workspace_id = ${workspaceOf(of)} and merged.id = ${of})`,
  )
}

/** Looks up the name of the root of the contact in the column `of`, for the rows of a page only. */
export function rootNameOf(of: string): RawBuilder<string | null> {
  return sql.raw(`(select c.name from contacts merged
    join contacts c on c.workspace_id = merged.workspace_id and c.id = ${rootIdText('merged')}
    where merged.workspace_id = ${workspaceOf(of)} and merged.id = ${of})`)
}

/** The record rule of what stands with the contact in the column `of`: whoever sees its root sees it too. */
export function isSeenThrough(ctx: Ctx, of: string): RawBuilder<boolean> {
  if (ctx.actor.recordRule === 'all') return sql<boolean>`true`
  return sql<boolean>`exists (
    select from contacts merged join contacts c on c.workspace_id = merged.workspace_id and c.id = ${rootId('merged')}
    where merged.workspace_id = ${ctx.workspaceId} and merged.id = ${sql.raw(of)} and ${isVisible(ctx, 'c')})`
}

/** The roots of these contacts, by their own ids. */
export function readRoots(tenant: Tenant, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return rootsOf(tenant, 'contact', ids)
}

/** Ids of the contacts that the actor may find, `isFound` of the contact `n`, and of all merged into them; the first `most`. */
export function idsOfFound(ctx: Ctx, isFound: RawBuilder<unknown>, most: number): RawBuilder<string> {
  return sql`
    with named as materialized (
      select n.id, n.has_merged from contacts n
      where n.workspace_id = ${ctx.workspaceId} and n.deleted_at is null and ${isRoot('n')} and ${isVisible(ctx, 'n')} and ${isFound} limit ${most})
    select named.id from named
    union all
    select m.id from named join contacts m
      on m.workspace_id = ${ctx.workspaceId} and ${isMergedInto('m', sql`= named.id`)} where named.has_merged`
}
