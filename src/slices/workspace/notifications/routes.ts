import { route } from '../../../platform/http/route.ts'
import { markRead } from './commands.ts'
import { countUnread, listNotifications } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.listNotifications, (ctx, { query }) => listNotifications(ctx, query)),
  route(schema.countNotifications, async ctx => ({ unread: await countUnread(ctx) })),
  route(schema.readNotifications, async (ctx, { body }) => ({ count: await markRead(ctx, body.ids) })),
]
