import { z } from 'zod'
import { id, type WorkspaceId } from '../../../kernel/ids.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { App } from '../../../platform/context.ts'
import { inTransaction, type Db, type Tenant } from '../../../platform/db/database.ts'
import { isRow } from '../../../platform/db/row.ts'
import { pageOf } from '../../../platform/record/linked.ts'
import { wordsFor } from '../../../platform/languages.ts'
import { addJob } from '../../../platform/jobs/add-job.ts'
import { defineJob } from '../../../platform/jobs/jobs.ts'
import { queueMail, type NewMail } from '../../../platform/mail/outgoing-mail.ts'
import { systemCtx } from '../../../platform/system-ctx.ts'
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

const name = 'tasks.remind'
const payload = z.object({ workspaceId: id, taskId: id, remindAt: z.string() })

/** One reminder waits for each task; a changed time replaces it, a cleared one finds nothing to do when it runs. */
export async function scheduleReminder(
  { db, workspaceId }: Tenant,
  task: { id: string; remindAt: Date | null },
): Promise<void> {
  if (task.remindAt === null) return
  const reminder = { workspaceId, taskId: task.id, remindAt: task.remindAt.toISOString() }
  await addJob(db, name, reminder, { runAt: task.remindAt, key: `${name}:${task.id}` })
}

/**
 * Reminds the assignee, or else whoever made the task, once: the note of it stands or falls with what they are sent.
 * Does nothing when by now the task is done, deleted, or to be reminded of at another time.
 */
export const remind = defineJob({
  name,
  payload,
  async run(app, { workspaceId, taskId, remindAt }) {
    await inTransaction(app, ({ db }) => remindOnce(app, db, workspaceId as WorkspaceId, taskId, new Date(remindAt)))
  },
})

async function remindOnce(app: App, tx: Db, workspaceId: WorkspaceId, taskId: string, remindAt: Date): Promise<void> {
  const task = await tx
    .updateTable('tasks')
    .set({ remindedAt: app.clock.now() })
    .where(isRow(workspaceId, taskId))
    .where('remindAt', '=', remindAt)
    .where('remindedAt', 'is', null)
    .where('doneAt', 'is', null)
    .where('deletedAt', 'is', null)
    .returning(['title', 'assigneeId', 'createdBy', 'contactId', 'companyId', 'subjectKind', 'subjectId'])
    .executeTakeFirst()
  const memberId = task?.assigneeId ?? task?.createdBy
  if (!task || !memberId) return
  const member = await findMember({ db: tx, workspaceId }, memberId)
  if (!member) return
  const { contactId, companyId, subjectKind, subjectId } = task
  const customer = contactId ? `/contacts/${contactId}` : companyId ? `/companies/${companyId}` : '/tasks'
  const link = subjectKind && subjectId ? pageOf(app, subjectKind, subjectId) : customer
  const notification = { memberId, kind: 'task.reminder', title: say(words, 'reminder', { title: task.title }), link }
  await notify({ db: tx, workspaceId, now: () => app.clock.now() }, [
    { ...notification, sourceKey: `${name}:${taskId}:${remindAt.toISOString()}` },
  ])
  const { workspace } = await systemCtx(app, workspaceId)
  const mail = reminderMail(app.config.origin + link, task.title, member, member.locale ?? workspace.locale)
  await queueMail({ app, db: tx }, workspaceId, mail)
}

function reminderMail(
  link: string,
  title: string,
  { name, email }: { name: string; email: string },
  locale: string,
): NewMail {
  const t = wordsFor(words, locale)
  return { to: email, subject: t('reminder', { title }), text: t('mail', { name, title, link }) }
}
