import { defineText } from '../../../kernel/messages.ts'
import { newId } from '../../../kernel/ids.ts'
import { columnsFor, storedOf } from '../../../kernel/record/record.ts'
import type { Ctx } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { record } from '../../../platform/events/record.ts'
import { changeCommand } from '../../../platform/record/commands.ts'
import { requireNamedMembers } from '../../../platform/record/named-members.ts'
import { insertRecords, updateRecord, updatingOf } from '../../../platform/record/statements.ts'
import { attachedBin, findParent, namesParent } from '../../customers/contacts/public.ts'
import { notify } from '../../workspace/notifications/public.ts'
import { taskEvents } from './events.ts'
import { scheduleReminder } from './jobs.ts'
import { tasks } from './queries.ts'
import { taskRecord, type NewTask, type StoredTask, type TaskChanges } from './record.ts'
import type { TaskInput, TaskPatch } from './schema.ts'

const taskGiven = defineText('tasks.commands.given', '{actor} gave you a task: {title}')

const written = columnsFor(taskRecord.columns, 'written')

export async function createTask(ctx: Ctx, { title, ...input }: TaskInput): Promise<string> {
  return inTransaction(ctx, async ctx => {
    const { attached, contactCompanyId } = await findParent(ctx, input)
    const assigneeId = input.assigneeId === undefined ? ctx.actor.memberId : input.assigneeId
    await requireNamedMembers(ctx, taskRecord, [{ assigneeId }])
    const about = { title, assigneeId, createdBy: ctx.actor.memberId, ...attached }
    const task: NewTask = { ...storedOf(written, input), id: newId(), ...about }
    await insertRecords(ctx, taskRecord, [task], ctx.now())
    await scheduleReminder(ctx, task)
    const data = { title, assigneeId, dueAt: task.dueAt && task.dueAt.toISOString() }
    await record(ctx, [taskEvents.created({ ...task, contactCompanyId }, data)])
    await tellAssignee(ctx, task)
    return task.id
  })
}

export const changeTask = changeCommand(taskRecord, {
  async lock(ctx, id, _patch: TaskPatch & { version?: undefined }) {
    const [task] = await tasks.lockLive(ctx, [id])
    return task!
  },
  async settle({ ctx, before, patch, changes }) {
    if (patch.title !== undefined) changes.title = patch.title
    if (namesParent(patch)) {
      const { attached, contactCompanyId } = await findParent(ctx, patch)
      Object.assign(changes, attached)
      before.contactCompanyId = contactCompanyId
    }
    if (changes.remindAt !== undefined) changes.remindedAt = null
  },
  async finish({ ctx, before, changes }, differences) {
    const task = { ...before, ...changes }
    if ('remindAt' in differences) await scheduleReminder(ctx, task)
    if ('assigneeId' in differences) await tellAssignee(ctx, task)
  },
  tell(before, { remindedAt: _, ...changes }, { title = before.title, ...after }) {
    return [taskEvents.changed({ ...before, ...after }, { title, changes })]
  },
})

/** Completes tasks; those that were done stay as they are. One unknown id refuses the whole call. Returns how many were open. */
export function completeTasks(ctx: Ctx, ids: string[]): Promise<number> {
  return turn(ctx, ids, 'completed', { doneAt: ctx.now(), doneBy: ctx.actor.memberId })
}

export async function reopenTask(ctx: Ctx, id: string): Promise<void> {
  await turn(ctx, [id], 'reopened', { doneAt: null, doneBy: null })
}

async function turn(ctx: Ctx, ids: string[], outcome: 'completed' | 'reopened', changes: TaskChanges): Promise<number> {
  return inTransaction(ctx, async ctx => {
    const locked = await tasks.lockLive(ctx, ids)
    const turned = locked.filter(task => (task.doneAt === null) === (outcome === 'completed'))
    if (turned.length === 0) return 0
    const events = turned.map(task => taskEvents[outcome](task, { title: task.title }))
    const turnedIds = turned.map(task => task.id)
    await updateRecord(ctx, taskRecord, turnedIds, changes, ctx.now())
    await record(ctx, events)
    return turned.length
  })
}

export const { remove: deleteTask, restore: restoreTask } = attachedBin({
  ...tasks,
  update: updatingOf(taskRecord),
  tell: {
    deleted: (_ctx, task) => [taskEvents.deleted(task, { title: task.title })],
    restored: (_ctx, task) => [taskEvents.restored(task, { title: task.title })],
  },
})

async function tellAssignee(
  ctx: Ctx,
  { id, title, assigneeId }: Pick<StoredTask, 'id' | 'title' | 'assigneeId'>,
): Promise<void> {
  if (assigneeId === null || assigneeId === ctx.actor.memberId) return
  const notification = {
    memberId: assigneeId,
    kind: 'task.assigned',
    title: taskGiven({ actor: ctx.actor.name, title }),
  }
  await notify(ctx, [{ ...notification, link: '/tasks', sourceKey: `task.assigned:${id}:${ctx.now().getTime()}` }])
}
