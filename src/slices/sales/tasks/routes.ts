import { handle } from '../../../platform/http/route.ts'
import { changeTask, completeTasks, createTask, deleteTask, reopenTask, restoreTask } from './commands.ts'
import { getTask, listTasks } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  handle(schema.listTasks, (ctx, { query }) => listTasks(ctx, query)),
  handle(schema.getTask, (ctx, { params }) => getTask(ctx, params.id)),
  handle(schema.createTask, async (ctx, { body }) => getTask(ctx, await createTask(ctx, body))),
  handle(schema.changeTask, async (ctx, { params, body }) => {
    await changeTask(ctx, params.id, body)
    return getTask(ctx, params.id)
  }),
  handle(schema.completeTask, async (ctx, { params }) => {
    await completeTasks(ctx, [params.id])
    return getTask(ctx, params.id)
  }),
  handle(schema.reopenTask, async (ctx, { params }) => {
    await reopenTask(ctx, params.id)
    return getTask(ctx, params.id)
  }),
  handle(schema.completeTasks, async (ctx, { body }) => ({ count: await completeTasks(ctx, body.ids) })),
  handle(schema.deleteTask, (ctx, { params }) => deleteTask(ctx, params.id)),
  handle(schema.restoreTask, async (ctx, { params }) => {
    await restoreTask(ctx, params.id)
    return getTask(ctx, params.id)
  }),
]
