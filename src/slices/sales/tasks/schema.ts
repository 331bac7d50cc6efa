import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { listQuery, page } from '../../../kernel/page.ts'
import { instant } from '../../../kernel/time.ts'

const details = {
  title: z
    .string()
    .trim()
    .min(1, 'Say what is to be done.')
    .max(300)
    .regex(/^[^\x00-\x1f\x7f]*$/, 'Use one line of text.'),
  body: z
    .string()
    .trim()
    .max(20_000)
    .regex(/^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$/, 'Use plain text.')
    .nullish(),
  /** Absent on creation: whoever creates the task. Null: nobody. */
  assigneeId: id.nullish(),
  dueAt: instant.nullish(),
  /** When the assignee is reminded, in the app and by mail. */
  remindAt: instant.nullish(),
}

export const taskInput = z.strictObject({ ...details, contactId: id.nullish(), companyId: id.nullish() })
export type TaskInput = z.output<typeof taskInput>

export const taskPatch = taskInput.partial()
export type TaskPatch = z.output<typeof taskPatch>

export const task = z.object({
  id,
  title: z.string(),
  body: z.string().nullable(),
  contactId: id.nullable(),
  contactName: z.string().nullable(),
  companyId: id.nullable(),
  companyName: z.string().nullable(),
  assigneeId: id.nullable(),
  assigneeName: z.string().nullable(),
  dueAt: z.string().nullable(),
  remindAt: z.string().nullable(),
  createdBy: id.nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  doneAt: z.string().nullable(),
  doneBy: id.nullable(),
})
export type Task = z.output<typeof task>

const one = z.object({ id })
const tag = 'tasks'

export const listTasks = endpoint({
  method: 'GET',
  path: '/tasks',
  access: 'tasks:read',
  tag,
  summary: 'List tasks, soonest due first; filter by assigneeId (an id or me), isDone, dueAt, contactId and companyId',
  query: listQuery,
  response: page(task),
})
export const getTask = endpoint({
  method: 'GET',
  path: '/tasks/{id}',
  access: 'tasks:read',
  tag,
  summary: 'Get a task',
  params: one,
  response: task,
})
export const createTask = endpoint({
  method: 'POST',
  path: '/tasks',
  access: 'tasks:write',
  tag,
  summary: 'Create a task',
  body: taskInput,
  response: task,
  status: 201,
})
export const changeTask = endpoint({
  method: 'PATCH',
  path: '/tasks/{id}',
  access: 'tasks:write',
  tag,
  summary: 'Change a task',
  params: one,
  body: taskPatch,
  response: task,
})
export const completeTask = endpoint({
  method: 'PUT',
  path: '/tasks/{id}/completion',
  access: 'tasks:write',
  tag,
  summary: 'Complete a task',
  params: one,
  response: task,
})
export const reopenTask = endpoint({
  method: 'DELETE',
  path: '/tasks/{id}/completion',
  access: 'tasks:write',
  tag,
  summary: 'Reopen a task',
  params: one,
  response: task,
})
export const completeTasks = endpoint({
  method: 'POST',
  path: '/tasks/bulk-completion',
  access: 'tasks:write',
  tag,
  summary: 'Complete up to 1,000 tasks',
  body: z.strictObject({ ids: z.array(id).min(1).max(1000) }),
  response: z.object({ count: z.int() }),
})
export const deleteTask = endpoint({
  method: 'DELETE',
  path: '/tasks/{id}',
  access: 'tasks:write',
  tag,
  summary: 'Delete a task',
  params: one,
})
export const restoreTask = endpoint({
  method: 'POST',
  path: '/tasks/{id}/restoration',
  access: 'tasks:write',
  tag,
  summary: 'Bring a deleted task back',
  params: one,
  response: task,
})
