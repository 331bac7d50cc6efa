import { handle } from '../../../platform/http/route.ts'
import { removeAvatar, sendAvatar, setAvatar } from './commands.ts'
import * as schema from './schema.ts'

export const routes = [
  handle(schema.getAvatar, (ctx, { params, query }) => sendAvatar(ctx, params.id, query.v)),
  handle(schema.setAvatar, async (ctx, { request }) => ({ avatarFileId: await setAvatar(ctx, request) })),
  handle(schema.removeAvatar, async ctx => {
    await removeAvatar(ctx)
    return { avatarFileId: null }
  }),
]
