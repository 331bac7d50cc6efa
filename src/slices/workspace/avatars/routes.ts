import { route } from '../../../platform/http/route.ts'
import { removePicture, sendPicture, setPicture } from '../../customers/files/public.ts'
import { findAvatar } from '../members/public.ts'
import { pictureOwner, putAvatar } from './commands.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.getAvatar, async (ctx, { params, query }) =>
    sendPicture(ctx, await findAvatar(ctx, params.id), query.v),
  ),
  route(schema.setAvatar, async (ctx, { request }) => {
    pictureOwner(ctx)
    return { avatarFileId: await setPicture(ctx, request, putAvatar) }
  }),
  route(schema.removeAvatar, async ctx => {
    pictureOwner(ctx)
    await removePicture(ctx, putAvatar)
    return { avatarFileId: null }
  }),
]
