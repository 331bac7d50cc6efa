import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { defineMessages, refusal } from '../../../kernel/messages.ts'
import { listQuery, page } from '../../../kernel/page.ts'
import { count, ids, one } from '../../../kernel/record/endpoints.ts'
import { answerShape, columnsFor, inputShape } from '../../../kernel/record/record.ts'
import { taskRecord } from './record.ts'

const words = defineMessages('tasks.schema', {
  untitled: 'Say what is to be done.',
})

const { columns } = taskRecord

export const taskInput = z.strictObject({
  title: columns.title.given.min(1, refusal(words, 'untitled')),
  /** Absent on creation, the assignee is whoever creates the task; null: nobody. */
  ...inputShape(columnsFor(columns, 'written')),
  contactId: id.nullish(),
  companyId: id.nullish(),
})
export type TaskInput = z.output<typeof taskInput>

export const taskPatch = taskInput.partial()
export type TaskPatch = z.output<typeof taskPatch>

export const task = z.object({
  ...answerShape(columnsFor(columns, 'listed', 'shown')),
  contactName: z.string().nullable(),
  companyName: z.string().nullable(),
  assigneeName: z.string().nullable(),
})
export type Task = z.output<typeof task>

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
  body: ids,
  response: count,
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
