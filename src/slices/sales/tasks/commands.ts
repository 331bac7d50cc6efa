import { defineMessages, say } from '../../../kernel/messages.ts'
import { newId } from '../../../kernel/ids.ts'
import { columnsFor, storedOf } from '../../../kernel/record/record.ts'
import { within, type Ctx } from '../../../platform/context.ts'
import { requireMembers } from '../../../platform/auth/memberships.ts'
import { inTransaction, type Db } from '../../../platform/db/database.ts'
import { record } from '../../../platform/events/record.ts'
import { changeCommand } from '../../../platform/record/commands.ts'
import { insertRecords, updateRecord } from '../../../platform/record/statements.ts'
import { getParent } from '../../customers/contacts/public.ts'
import { notify } from '../../workspace/notifications/public.ts'
import { taskEvents } from './events.ts'
import { scheduleReminder } from './jobs.ts'
import { noTask } from './queries.ts'
import { taskRecord, type NewTask, type StoredTask, type TaskChanges } from './record.ts'
import type { TaskInput, TaskPatch } from './schema.ts'
import { lockTasks } from './store.ts'

const words = defineMessages('tasks.commands', {
  given: '{actor} gave you a task: {title}',
})

const written = columnsFor(taskRecord.columns, 'written')

export async function createTask(ctx: Ctx, { title, ...input }: TaskInput): Promise<string> {
  return inTransaction(ctx.db, async tx => {
    const parent = input.contactId || input.companyId ? await getParent(within(ctx, tx), input) : null
    const assigneeId = input.assigneeId === undefined ? ctx.actor.memberId : input.assigneeId
    await requireAssignee(tx, ctx, assigneeId)
    const { contactId = null, companyId = null, eventKeys } = parent ?? {}
    const about = { contactId, companyId, createdBy: ctx.actor.memberId }
    const task: NewTask = { ...storedOf(written, input), id: newId(), title, assigneeId, ...about }
    await insertRecords(tx, ctx.workspaceId, taskRecord, [task], ctx.now())
    await scheduleReminder(tx, ctx.workspaceId, task)
    const data = { title, assigneeId, dueAt: task.dueAt && task.dueAt.toISOString() }
    await record(tx, ctx, [taskEvents.created({ ...task, contactCompanyId: eventKeys?.companyId ?? null }, data)])
    await tellAssignee(tx, ctx, task)
    return task.id
  })
}

export const changeTask = changeCommand(taskRecord, {
  async lock(tx, ctx, id, _patch: TaskPatch & { version?: undefined }) {
    const [task] = await lockLive(tx, ctx, [id])
    return task!
  },
  async settle({ tx, ctx, patch, changes }) {
    if (patch.title !== undefined) changes.title = patch.title
    await requireAssignee(tx, ctx, changes.assigneeId)
    if (patch.contactId !== undefined || patch.companyId !== undefined) {
      const parent = patch.contactId || patch.companyId ? await getParent(within(ctx, tx), patch) : null
      changes.contactId = parent?.contactId ?? null
      changes.companyId = parent?.companyId ?? null
    }
    if (changes.remindAt !== undefined) changes.remindedAt = null
  },
  async finish({ tx, ctx, before, changes }, differences) {
    const task = { ...before, ...changes }
    if ('remindAt' in differences) await scheduleReminder(tx, ctx.workspaceId, task)
    if ('assigneeId' in differences) await tellAssignee(tx, ctx, task)
  },
  tell(before, { remindedAt: _, ...changes }, { title = before.title, ...after }) {
    return [taskEvents.changed({ ...before, ...after }, { title, changes })]
  },
})

/** Completes tasks; those that were done stay as they are. One unknown id refuses the whole call. Returns how many were open. */
export async function completeTasks(ctx: Ctx, ids: string[]): Promise<number> {
  const done = { doneAt: ctx.now(), doneBy: ctx.actor.memberId }
  return turn(ctx, 'completed', done, async tx => {
    const tasks = await lockLive(tx, ctx, ids)
    return tasks.filter(task => task.doneAt === null)
  })
}

export async function reopenTask(ctx: Ctx, id: string): Promise<void> {
  await turn(ctx, 'reopened', { doneAt: null, doneBy: null }, async tx => {
    const tasks = await lockLive(tx, ctx, [id])
    return tasks.filter(task => task.doneAt !== null)
  })
}

export async function deleteTask(ctx: Ctx, id: string): Promise<void> {
  await turn(ctx, 'deleted', { deletedAt: ctx.now() }, tx => lockLive(tx, ctx, [id]))
}

export async function restoreTask(ctx: Ctx, id: string): Promise<void> {
  await turn(ctx, 'restored', { deletedAt: null }, async tx => {
    const tasks = await lockTasks(tx, ctx, [id])
    if (tasks.length === 0) throw noTask()
    return tasks.filter(task => task.deletedAt !== null)
  })
}

type Turn = 'completed' | 'reopened' | 'deleted' | 'restored'

/** What happens to those of the tasks that `lock` answers; how many they are. */
async function turn(
  ctx: Ctx,
  outcome: Turn,
  changes: TaskChanges,
  lock: (tx: Db) => Promise<StoredTask[]>,
): Promise<number> {
  return inTransaction(ctx.db, async tx => {
    const tasks = await lock(tx)
    if (tasks.length === 0) return 0
    const ids = tasks.map(task => task.id)
    const events = tasks.map(task => taskEvents[outcome](task, { title: task.title }))
    await updateRecord(tx, ctx.workspaceId, taskRecord, ids, changes, ctx.now())
    await record(tx, ctx, events)
    return tasks.length
  })
}

async function lockLive(tx: Db, ctx: Ctx, ids: string[]): Promise<StoredTask[]> {
  const tasks = (await lockTasks(tx, ctx, ids)).filter(task => task.deletedAt === null)
  if (tasks.length < new Set(ids).size) throw noTask()
  return tasks
}

async function requireAssignee(tx: Db, ctx: Ctx, id: string | null | undefined): Promise<void> {
  if (id) await requireMembers(tx, ctx.workspaceId, [id], 'assigneeId')
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
