import { route } from '../../../platform/http/route.ts'
import { removeAvatar, sendAvatar, setAvatar } from './commands.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.getAvatar, (ctx, { params, query }) => sendAvatar(ctx, params.id, query.v)),
  route(schema.setAvatar, async (ctx, { request }) => ({ avatarFileId: await setAvatar(ctx, request) })),
  route(schema.removeAvatar, async ctx => {
    await removeAvatar(ctx)
    return { avatarFileId: null }
  }),
]
