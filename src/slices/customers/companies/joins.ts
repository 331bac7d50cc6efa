import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { joinById, workspaceOf } from '../../../platform/db/join.ts'
import { isVisible } from '../../../platform/list/visible.ts'

/** Joins as `as` the company whose id is in the column `of`. */
export function joinCompany(of: string, as = 'co'): RawBuilder<unknown> {
  return joinById('companies', of, as)
}

/** The name of the company whose id is in the column `of`. */
export function companyName(of: string): RawBuilder<string | null> {
  return sql.raw(`(select co.name from companies co where co.workspace_id = ${workspaceOf(of)} and co.id = ${of})`)
}

/** Whether the company whose id is in the column `of` is there, not in the bin, and the actor's to see. */
export function seesCompany(ctx: Pick<Ctx, 'actor' | 'workspaceId'>, of: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select from companies k
    where k.workspace_id = ${ctx.workspaceId} and k.id = ${sql.ref(of)} and k.deleted_at is null and ${isVisible(ctx, 'k')})`
}
