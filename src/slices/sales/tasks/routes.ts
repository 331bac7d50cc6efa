import { route } from '../../../platform/http/route.ts'
import { changeTask, completeTasks, createTask, deleteTask, reopenTask, restoreTask } from './commands.ts'
import { listTasks, tasks } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.listTasks, (ctx, { query }) => listTasks(ctx, query)),
  route(schema.getTask, (ctx, { params }) => tasks.get(ctx, params.id)),
  route(schema.createTask, async (ctx, { body }) => tasks.get(ctx, await createTask(ctx, body))),
  route(schema.changeTask, async (ctx, { params, body }) => {
    await changeTask(ctx, params.id, body)
    return tasks.get(ctx, params.id)
  }),
  route(schema.completeTask, async (ctx, { params }) => {
    await completeTasks(ctx, [params.id])
    return tasks.get(ctx, params.id)
  }),
  route(schema.reopenTask, async (ctx, { params }) => {
    await reopenTask(ctx, params.id)
    return tasks.get(ctx, params.id)
  }),
  route(schema.completeTasks, async (ctx, { body }) => ({ count: await completeTasks(ctx, body.ids) })),
  route(schema.deleteTask, (ctx, { params }) => deleteTask(ctx, params.id)),
  route(schema.restoreTask, async (ctx, { params }) => {
    await restoreTask(ctx, params.id)
    return tasks.get(ctx, params.id)
  }),
]
