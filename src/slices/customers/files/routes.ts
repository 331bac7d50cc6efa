import { auditRead } from '../../../platform/audit/audit-read.ts'
import { handle, handleInstance } from '../../../platform/http/route.ts'
import { changeFile, deleteFile, restoreFile, uploadFile } from './commands.ts'
import { getFileAddress, sendContent } from './content.ts'
import { getFile, listFiles } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  handle(schema.listFiles, (ctx, { query }) => listFiles(ctx, query)),
  handle(schema.uploadFile, async (ctx, { query, request }) => getFile(ctx, await uploadFile(ctx, request, query))),
  handle(schema.getFile, (ctx, { params }) => getFile(ctx, params.id)),
  handle(schema.changeFile, async (ctx, { params, body }) => {
    await changeFile(ctx, params.id, body)
    return getFile(ctx, params.id)
  }),
  handle(schema.getFileAddress, async (ctx, { params }) => {
    const address = await getFileAddress(ctx, params.id)
    auditRead(ctx, { action: 'file.read', subjectType: 'file', subjectId: params.id })
    return address
  }),
  handleInstance(schema.getFileContent, (app, { params, query, request }) =>
    sendContent(app, params.id, query.token, request),
  ),
  handle(schema.deleteFile, (ctx, { params }) => deleteFile(ctx, params.id)),
  handle(schema.restoreFile, async (ctx, { params }) => {
    await restoreFile(ctx, params.id)
    return getFile(ctx, params.id)
  }),
]
