import { sql } from 'kysely'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { dayIn } from '../../../../kernel/time.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { findRows, updateRows } from '../../../../platform/db/row.ts'
import { defineJob } from '../../../../platform/jobs/jobs.ts'
import { systemCtx } from '../../../../platform/system-ctx.ts'
import { notify } from '../../../workspace/notifications/public.ts'
import { listWorkspaces } from '../../../../platform/workspaces.ts'
import { listMembersWith } from '../../../workspace/members/public.ts'

const words = defineMessages('privacy.remind', {
  overdue:
    'Overdue: a request for {kind, select, access {access to data} erasure {erasure} rectification {correction} restriction {restriction} other {objection}}',
  due: 'A request for {kind, select, access {access to data} erasure {erasure} rectification {correction} restriction {restriction} other {objection}} is due on {day}',
})

const dayMs = 24 * 3600_000
const warnDays = 7
const columns = ['id', 'kind', 'dueAt', 'assigneeId', 'remindedAt'] as const

/** Every morning: whose deadline is a week away or nearer, and whose has passed, each told once. */
export const remindOfDeadlines = defineJob({
  name: 'privacy.remind',
  schedule: '7 5 * * *',
  async run(app) {
    const now = app.clock.now()
    for (const { id: workspaceId } of await listWorkspaces(app.db)) {
      await inTransaction(await systemCtx(app, workspaceId), async ctx => {
        const soon = sql`and due_at < ${new Date(now.getTime() + warnDays * dayMs)} order by due_at limit 500 for update`
        const due = await findRows(ctx, 'privacyRequests', columns, { closedAt: null }, soon)
        const waiting = due.filter(
          ({ dueAt, remindedAt }) => remindedAt === null || (dueAt < now && remindedAt < dueAt),
        )
        if (waiting.length === 0) return
        const admins = await listMembersWith(ctx, ['admin', 'owner'])
        const reminders = waiting.flatMap(({ id, kind, dueAt, assigneeId }) => {
          const isOverdue = dueAt < now
          const day = dayIn(dueAt, ctx.workspace.timeZone)
          const title = isOverdue ? say(words, 'overdue', { kind }) : say(words, 'due', { kind, day: { day } })
          const sourceKey = `privacy.due:${id}:${isOverdue ? 'overdue' : day}`
          return (assigneeId === null ? admins : [assigneeId]).map(memberId => ({
            memberId,
            kind: 'privacy.due',
            title,
            link: `/settings/privacy/requests/${id}`,
            sourceKey,
          }))
        })
        await notify(ctx, reminders)
        await updateRows(ctx, 'privacyRequests', { id: waiting.map(({ id }) => id) }, { remindedAt: now })
      })
    }
  },
})
