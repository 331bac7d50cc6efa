import { inTransaction } from '../../../platform/db/database.ts'
import { commandRoute, route } from '../../../platform/http/route.ts'
import { changeTask, completeTasks, createTask, deleteTask, reopenTask, restoreTask } from './commands.ts'
import { listTasks, tasks } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.listTasks, (ctx, { query }) => listTasks(ctx, query)),
  route(schema.getTask, (ctx, { params }) => tasks.get(ctx, params.id)),
  route(schema.createTask, (ctx, { body }) =>
    inTransaction(ctx, async ctx => tasks.get(ctx, await createTask(ctx, body))),
  ),
  commandRoute(schema.changeTask, changeTask, tasks.get),
  commandRoute(schema.completeTask, (ctx, id) => completeTasks(ctx, [id]), tasks.get),
  commandRoute(schema.reopenTask, reopenTask, tasks.get),
  route(schema.completeTasks, async (ctx, { body }) => ({ count: await completeTasks(ctx, body.ids) })),
  route(schema.deleteTask, (ctx, { params }) => deleteTask(ctx, params.id)),
  commandRoute(schema.restoreTask, restoreTask, tasks.get),
]
