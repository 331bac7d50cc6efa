import { auditRead } from '../../../platform/audit/audit-read.ts'
import { instanceRoute, route } from '../../../platform/http/route.ts'
import { changeFile, deleteFile, restoreFile, uploadFile } from './commands.ts'
import { getFileAddress, sendContent } from './content.ts'
import { files, listFiles } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.listFiles, (ctx, { query }) => listFiles(ctx, query)),
  route(schema.uploadFile, async (ctx, { query, request }) => files.get(ctx, await uploadFile(ctx, request, query))),
  route(schema.getFile, (ctx, { params }) => files.get(ctx, params.id)),
  route(schema.changeFile, async (ctx, { params, body }) => {
    await changeFile(ctx, params.id, body)
    return files.get(ctx, params.id)
  }),
  route(schema.getFileAddress, async (ctx, { params }) => {
    const address = await getFileAddress(ctx, params.id)
    auditRead(ctx, { action: 'file.read', subjectId: params.id })
    return address
  }),
  instanceRoute(schema.getFileContent, (app, { params, query, request }) =>
    sendContent(app, params.id, query.token, request),
  ),
  route(schema.deleteFile, (ctx, { params }) => deleteFile(ctx, params.id)),
  route(schema.restoreFile, async (ctx, { params }) => {
    await restoreFile(ctx, params.id)
    return files.get(ctx, params.id)
  }),
]
