import { notFound } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { within, type Ctx } from '../../../platform/context.ts'
import { inTransaction, type Db } from '../../../platform/db/database.ts'
import { record } from '../../../platform/events/record.ts'
import { changesOf } from '../../../platform/record/changes.ts'
import { getParent } from '../../customers/contacts/public.ts'
import { notify } from '../../workspace/notifications/public.ts'
import { taskEvents } from './events.ts'
import { scheduleReminder } from './jobs.ts'
import { taskRecord, type NewTask, type StoredTask, type TaskChanges } from './record.ts'
import type { TaskInput, TaskPatch } from './schema.ts'
import { insertTask, lockTasks, updateTasks } from './store.ts'
import { requireMembers } from '../../../platform/auth/memberships.ts'

const words = defineMessages('tasks.commands', {
  given: '{actor} gave you a task: {title}',
  noTask: 'There is no such task, or you may not see it.',
})

export async function createTask(ctx: Ctx, input: TaskInput): Promise<string> {
  return inTransaction(ctx.db, async tx => {
    const parent = input.contactId || input.companyId ? await getParent(within(ctx, tx), input) : null
    const assigneeId = input.assigneeId === undefined ? ctx.actor.memberId : input.assigneeId
    if (assigneeId) await requireMembers(tx, ctx.workspaceId, [assigneeId], 'assigneeId')
    const task: NewTask = {
      id: newId(),
      title: input.title,
      body: input.body || null,
      contactId: parent?.contactId ?? null,
      companyId: parent?.companyId ?? null,
      assigneeId,
      dueAt: toDate(input.dueAt),
      remindAt: toDate(input.remindAt),
      createdBy: ctx.actor.memberId,
    }
    await insertTask(tx, ctx.workspaceId, task, ctx.now())
    await scheduleReminder(tx, ctx.workspaceId, task)
    const contactCompanyId = parent?.eventKeys.companyId ?? null
    await record(tx, ctx, [
      taskEvents.created({ ...task, contactCompanyId }, { title: task.title, assigneeId, dueAt: toText(task.dueAt) }),
    ])
    await tellAssignee(tx, ctx, task)
    return task.id
  })
}

export async function changeTask(ctx: Ctx, id: string, patch: TaskPatch): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    const [before] = await lockLive(tx, ctx, [id])
    const changes = await readChanges(tx, ctx, before!, patch)
    const differences = changesOf(taskRecord.columns, before!, changes)
    if (Object.keys(differences).length === 0) return
    const task = { ...before!, ...changes }
    if ('remindAt' in differences) changes.remindedAt = null
    await updateTasks(tx, ctx.workspaceId, [id], changes, ctx.now())
    if ('remindAt' in differences) await scheduleReminder(tx, ctx.workspaceId, task)
    await record(tx, ctx, [taskEvents.changed(task, { title: task.title, changes: differences })])
    if ('assigneeId' in differences) await tellAssignee(tx, ctx, task)
  })
}

/** Completes tasks; those that were done stay as they are. One unknown id refuses the whole call. Returns how many were open. */
export async function completeTasks(ctx: Ctx, ids: string[]): Promise<number> {
  return inTransaction(ctx.db, async tx => {
    const open = (await lockLive(tx, ctx, ids)).filter(task => task.doneAt === null)
    const done = { doneAt: ctx.now(), doneBy: ctx.actor.memberId }
    await updateTasks(
      tx,
      ctx.workspaceId,
      open.map(task => task.id),
      done,
      ctx.now(),
    )
    await record(
      tx,
      ctx,
      open.map(task => taskEvents.completed(task, { title: task.title })),
    )
    return open.length
  })
}

export async function reopenTask(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    const [task] = await lockLive(tx, ctx, [id])
    if (task!.doneAt === null) return
    await updateTasks(tx, ctx.workspaceId, [id], { doneAt: null, doneBy: null }, ctx.now())
    await record(tx, ctx, [taskEvents.reopened(task!, { title: task!.title })])
  })
}

export async function deleteTask(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    const [task] = await lockLive(tx, ctx, [id])
    await updateTasks(tx, ctx.workspaceId, [id], { deletedAt: ctx.now() }, ctx.now())
    await record(tx, ctx, [taskEvents.deleted(task!, { title: task!.title })])
  })
}

export async function restoreTask(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    const [task] = await lockTasks(tx, ctx, [id])
    if (!task) throw notFound(say(words, 'noTask'))
    if (task.deletedAt === null) return
    await updateTasks(tx, ctx.workspaceId, [id], { deletedAt: null }, ctx.now())
    await record(tx, ctx, [taskEvents.restored(task, { title: task.title })])
  })
}

async function lockLive(tx: Db, ctx: Ctx, ids: string[]): Promise<StoredTask[]> {
  const tasks = (await lockTasks(tx, ctx, ids)).filter(task => task.deletedAt === null)
  if (tasks.length < new Set(ids).size) throw notFound(say(words, 'noTask'))
  return tasks
}

async function readChanges(tx: Db, ctx: Ctx, before: StoredTask, patch: TaskPatch): Promise<TaskChanges> {
  const changes: TaskChanges = {}
  if (patch.title !== undefined) changes.title = patch.title
  if (patch.body !== undefined) changes.body = patch.body || null
  if (patch.dueAt !== undefined) changes.dueAt = toDate(patch.dueAt)
  if (patch.remindAt !== undefined) changes.remindAt = toDate(patch.remindAt)
  if (patch.assigneeId !== undefined) {
    changes.assigneeId = patch.assigneeId
    if (patch.assigneeId && patch.assigneeId !== before.assigneeId)
      await requireMembers(tx, ctx.workspaceId, [patch.assigneeId], 'assigneeId')
  }
  if (patch.contactId !== undefined || patch.companyId !== undefined) {
    const parent = patch.contactId || patch.companyId ? await getParent(within(ctx, tx), patch) : null
    changes.contactId = parent?.contactId ?? null
    changes.companyId = parent?.companyId ?? null
  }
  return changes
}

function toDate(text: string | null | undefined): Date | null {
  return text ? new Date(text) : null
}

function toText(date: Date | null): string | null {
  return date && date.toISOString()
}

async function tellAssignee(
  tx: Db,
  ctx: Ctx,
  { id, title, assigneeId }: Pick<StoredTask, 'id' | 'title' | 'assigneeId'>,
): Promise<void> {
  if (assigneeId === null || assigneeId === ctx.actor.memberId) return
  const notification = {
    memberId: assigneeId,
    kind: 'task.assigned',
    title: say(words, 'given', { actor: ctx.actor.name, title }),
  }
  await notify(tx, ctx, [{ ...notification, link: '/tasks', sourceKey: `task.assigned:${id}:${ctx.now().getTime()}` }])
}
