import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { defineText, stored } from '../../../kernel/messages.ts'
import { listQuery, page } from '../../../kernel/page.ts'
import { count, ids } from '../../../kernel/record/endpoints.ts'
import { answerShape, columnsFor, inputShape } from '../../../kernel/record/record.ts'
import { attachedInput, attachedNames } from '../../customers/contacts/schema.ts'
import { taskRecord } from './record.ts'

const untitled = defineText('tasks.schema.untitled', 'Say what is to be done.')

const { columns } = taskRecord

export const taskInput = z.strictObject({
  title: columns.title.given.min(1, stored(untitled)),
  /** Absent on creation, the assignee is whoever creates the task; null: nobody. */
  ...inputShape(columnsFor(columns, 'written')),
  ...attachedInput,
})
export type TaskInput = z.output<typeof taskInput>

export const taskPatch = taskInput.partial()
export type TaskPatch = z.output<typeof taskPatch>

export const task = z.object({
  ...answerShape(columnsFor(columns, 'listed', 'shown')),
  ...attachedNames,
  assigneeName: z.string().nullable(),
})
export type Task = z.output<typeof task>

const { get, create, patch, put, remove, post } = endpointsOf('tasks', { read: 'tasks:read', write: 'tasks:write' })

export const listTasks = get(
  '/tasks',
  'List tasks, soonest due first; filter by assigneeId (an id or me), isDone, dueAt, contactId, companyId, subjectKind and subjectId',
  { query: listQuery, response: page(task) },
)
export const getTask = get('/tasks/{id}', 'Get a task', { response: task })
export const createTask = create('/tasks', 'Create a task', { body: taskInput, response: task })
export const changeTask = patch('/tasks/{id}', 'Change a task', { body: taskPatch, response: task })
export const completeTask = put('/tasks/{id}/completion', 'Complete a task', { response: task })
export const reopenTask = remove('/tasks/{id}/completion', 'Reopen a task', { response: task })
export const completeTasks = post('/tasks/bulk-completion', 'Complete up to 1,000 tasks', {
  body: ids,
  response: count,
})
export const deleteTask = remove('/tasks/{id}', 'Delete a task')
export const restoreTask = post('/tasks/{id}/restoration', 'Bring a deleted task back', {
  response: task,
})
