import { auditRead } from '../../../platform/audit/audit-read.ts'
import { commandRoute, instanceRoute, route } from '../../../platform/http/route.ts'
import { changeFile, deleteFile, restoreFile, uploadFile } from './commands.ts'
import { getFileAddress, sendContent } from './content.ts'
import { files } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.listFiles, (ctx, { query }) => files.list(ctx, query)),
  route(schema.uploadFile, (ctx, { query, request }) => uploadFile(ctx, request, query)),
  route(schema.getFile, (ctx, { params }) => files.get(ctx, params.id)),
  commandRoute(schema.changeFile, changeFile, files.get),
  route(schema.getFileAddress, async (ctx, { params }) => {
    const address = await getFileAddress(ctx, params.id)
    auditRead(ctx, { action: 'file.read', subjectId: params.id })
    return address
  }),
  instanceRoute(schema.getFileContent, (app, { params, query, request }) =>
    sendContent(app, params.id, query.token, request),
  ),
  route(schema.deleteFile, (ctx, { params }) => deleteFile(ctx, params.id)),
  commandRoute(schema.restoreFile, restoreFile, files.get),
]
