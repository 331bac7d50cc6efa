import { sql } from 'kysely'
import { defineAbsence } from '../../../kernel/errors.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { View } from './schema.ts'

export const noView = defineAbsence('views.no-view', 'view')

interface Wanted {
  id?: string | undefined
  object?: string | undefined
}

export async function listViews(ctx: Ctx, { id, object }: Wanted = {}): Promise<View[]> {
  const { rows } = await sql<View>`
    select v.id, v.object, v.name, v.filter, v.columns, v.sort, v.is_shared, v.member_id, v.member_id = ${ctx.actor.memberId} as is_mine, v.created_at, v.updated_at
    from views v
    where v.workspace_id = ${ctx.workspaceId} and (v.is_shared or v.member_id = ${ctx.actor.memberId})
      and (${id ?? null}::uuid is null or v.id = ${id ?? null}::uuid) and (${object ?? null}::text is null or v.object = ${object ?? null})
    order by v.is_shared, lower(v.name), v.id limit 500`.execute(ctx.db)
  return rows
}

export async function getView(ctx: Ctx, id: string): Promise<View> {
  const [found] = await listViews(ctx, { id })
  return noView.unless(found)
}
