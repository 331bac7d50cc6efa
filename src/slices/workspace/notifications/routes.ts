import { handle } from '../../../platform/http/route.ts'
import { markRead } from './commands.ts'
import { countUnread, listNotifications } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  handle(schema.listNotifications, (ctx, { query }) => listNotifications(ctx, query)),
  handle(schema.countNotifications, async ctx => ({ unread: await countUnread(ctx) })),
  handle(schema.readNotifications, async (ctx, { body }) => ({ count: await markRead(ctx, body.ids) })),
]
