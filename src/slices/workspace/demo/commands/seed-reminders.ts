import { sql } from 'kysely'
import type { Ctx } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { scheduleReminder } from '../../../sales/tasks/public.ts'
import { ownerAddress } from '../world/staff.ts'

const beforehandMs = 2 * 3600_000

/** The owner is reminded of the next tasks: of the first one at once, of the others two hours before they are due. */
export async function seedReminders(tx: Db, ctx: Ctx): Promise<void> {
  const { workspaceId } = ctx
  const now = ctx.now()
  const { rows } = await sql<{ id: string; dueAt: string }>`
    select t.id, t.due_at from tasks t join members m on m.workspace_id = t.workspace_id and m.id = t.assignee_id
    where t.workspace_id = ${workspaceId} and m.email = ${ownerAddress} and t.is_demo and t.done_at is null and t.due_at > ${now}::timestamptz
    order by t.due_at, t.id limit 4`.execute(tx)
  for (const [index, { id, dueAt }] of rows.entries()) {
    const early = new Date(dueAt).getTime() - beforehandMs
    const remindAt = index === 0 ? now : new Date(Math.max(early, now.getTime()))
    await tx
      .updateTable('tasks')
      .set({ remindAt })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', id)
      .execute()
    await scheduleReminder(tx, workspaceId, { id, remindAt })
  }
}
