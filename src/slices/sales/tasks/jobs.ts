import { sql } from 'kysely'
import { z } from 'zod'
import { AppError } from '../../../kernel/errors.ts'
import { id } from '../../../kernel/ids.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { keysOf } from '../../../kernel/record/record.ts'
import type { Ctx } from '../../../platform/context.ts'
import { inTransaction, type Tenant } from '../../../platform/db/database.ts'
import { findRow, updateRows } from '../../../platform/db/row.ts'
import { addJob } from '../../../platform/jobs/add-job.ts'
import { defineWorkspaceJob } from '../../../platform/jobs/jobs.ts'
import { defineMail } from '../../../platform/mail/define-mail.ts'
import { queueMail } from '../../../platform/mail/outgoing-mail.ts'
import { isAttached, readParent } from '../../customers/contacts/public.ts'
import { attached, type Attached } from '../../customers/contacts/record.ts'
import { notify } from '../../workspace/notifications/public.ts'
import { findMember } from '../../workspace/members/public.ts'

const words = defineMessages('tasks.reminder', {
  reminder: 'Reminder: {title}',
  mail: `Hello {name},

this is the reminder of your task:

{title}

{link}
`,
})
const reminderMail = defineMail(words, 'reminder', 'mail')

const name = 'tasks.remind'

/** One reminder waits for each task; a changed time replaces it, a cleared one finds nothing to do when it runs. */
export async function scheduleReminder(
  tenant: Tenant,
  { id: taskId, remindAt }: { id: string; remindAt: Date | null },
): Promise<void> {
  if (remindAt === null) return
  const reminder = { taskId, remindAt: remindAt.toISOString() }
  await addJob(tenant, name, reminder, { runAt: remindAt, key: `${name}:${taskId}` })
}

/**
 * Reminds the assignee, or else whoever made the task, once: the note of it stands or falls with what they are sent.
 * Does nothing when by now the task is done, deleted, about what is in the bin, or to be reminded of at another time.
 */
export const remind = defineWorkspaceJob({
  name,
  payload: { taskId: id, remindAt: z.string() },
  run: (ctx, { taskId, remindAt }) => inTransaction(ctx, ctx => remindOnce(ctx, taskId, new Date(remindAt))),
})

const read = ['title', 'assigneeId', 'createdBy', ...keysOf(attached)] as const

async function remindOnce(ctx: Ctx, id: string, remindAt: Date): Promise<void> {
  const due = { id, remindAt, remindedAt: null, doneAt: null, deletedAt: null }
  const task = await findRow(ctx, 'tasks', read, due, sql`for update`)
  const memberId = task?.assigneeId ?? task?.createdBy
  if (!task || !memberId) return
  const member = await findMember(ctx, memberId)
  const link = await findPage(ctx, task)
  if (!member || link === null) return
  await updateRows(ctx, 'tasks', id, { remindedAt: ctx.now() })
  const notification = { memberId, kind: 'task.reminder', title: say(words, 'reminder', { title: task.title }), link }
  await notify(ctx, [{ ...notification, sourceKey: `${name}:${id}:${remindAt.toISOString()}` }])
  const { name: called, email, locale } = member
  const values = { name: called, title: task.title, link: ctx.app.config.origin + link }
  await queueMail(ctx, reminderMail(email, locale ?? ctx.workspace.locale, values))
}

/** The page of what the task is about; null of what is in the bin. */
async function findPage(ctx: Ctx, task: Partial<Attached>): Promise<string | null> {
  if (!isAttached(task)) return '/tasks'
  try {
    return (await readParent(ctx, task)).link
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null
    throw error
  }
}
