import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { findRows, updateRows } from '../../../platform/db/row.ts'
import type { DemoPart, DemoWorld } from '../../workspace/demo/public.ts'
import { scheduleReminder } from './jobs.ts'

const beforehandMs = 2 * 3600_000

/** The owner is reminded of the next tasks: of the first one at once, of the others two hours before they are due. */
export const demo: DemoPart = { seed }

async function seed(ctx: Ctx, { staff: [owner] }: DemoWorld): Promise<void> {
  const now = ctx.now()
  const open = { assigneeId: owner!.id, isDemo: true, doneAt: null }
  const next = sql`and due_at > ${now} order by due_at, id limit 4`
  const tasks = await findRows(ctx, 'tasks', ['id', 'dueAt'], open, next)
  for (const [index, { id, dueAt }] of tasks.entries()) {
    const early = dueAt!.getTime() - beforehandMs
    const remindAt = index === 0 ? now : new Date(Math.max(early, now.getTime()))
    await updateRows(ctx, 'tasks', id, { remindAt })
    await scheduleReminder(ctx, { id, remindAt })
  }
}
