import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { isRow } from '../../../platform/db/row.ts'
import type { DemoPart, DemoWorld } from '../../workspace/demo/public.ts'
import { scheduleReminder } from './public.ts'

const beforehandMs = 2 * 3600_000

/** The owner is reminded of the next tasks: of the first one at once, of the others two hours before they are due. */
export const demo: DemoPart = { seed }

async function seed(ctx: Ctx, { staff: [owner] }: DemoWorld): Promise<void> {
  const { workspaceId } = ctx
  const now = ctx.now()
  const { rows } = await sql<{ id: string; dueAt: string }>`
    select t.id, t.due_at from tasks t
    where t.workspace_id = ${workspaceId} and t.assignee_id = ${owner!.id} and t.is_demo and t.done_at is null and t.due_at > ${now}::timestamptz
    order by t.due_at, t.id limit 4`.execute(ctx.db)
  for (const [index, { id, dueAt }] of rows.entries()) {
    const early = new Date(dueAt).getTime() - beforehandMs
    const remindAt = index === 0 ? now : new Date(Math.max(early, now.getTime()))
    await ctx.db.updateTable('tasks').set({ remindAt }).where(isRow(workspaceId, id)).execute()
    await scheduleReminder(ctx, { id, remindAt })
  }
}
