import { route } from '../../../platform/http/route.ts'
import { createApiKey, revokeApiKey } from './commands.ts'
import { listApiKeys } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.listApiKeys, async ctx => ({ items: await listApiKeys(ctx) })),
  route(schema.createApiKey, async (ctx, { body }) => {
    const { id, key } = await createApiKey(ctx, body)
    const [made] = await listApiKeys(ctx, id)
    return { ...made!, key }
  }),
  route(schema.revokeApiKey, (ctx, { params }) => revokeApiKey(ctx, params.id)),
]
