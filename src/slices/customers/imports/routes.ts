import { audit } from '../../../platform/audit/audit.ts'
import { commandRoute, route } from '../../../platform/http/route.ts'
import { changeImport } from './commands/change-import.ts'
import { deleteImport } from './commands/delete-import.ts'
import { startCheck, startRun, startUndo } from './commands/start-import.ts'
import { uploadImport } from './commands/upload-import.ts'
import { exportErrors, listErrors } from './errors.ts'
import { previewRows } from './preview.ts'
import { getImport, getStoredImport, listImports } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.listImports, (ctx, { query }) => listImports(ctx, query)),
  route(schema.createImport, async (ctx, { query, request }) =>
    getImport(ctx, await uploadImport(ctx, request, query)),
  ),
  route(schema.getImport, (ctx, { params }) => getImport(ctx, params.id)),
  commandRoute(schema.changeImport, changeImport, getImport),
  route(schema.deleteImport, (ctx, { params }) => deleteImport(ctx, params.id)),
  route(schema.previewImport, async (ctx, { params }) => ({
    items: await previewRows(ctx, await getStoredImport(ctx, params.id)),
  })),
  commandRoute(schema.checkImport, startCheck, getImport),
  commandRoute(schema.runImport, startRun, getImport),
  commandRoute(schema.undoImport, startUndo, getImport),
  route(schema.listImportErrors, async (ctx, { params, query: { format, ...query } }) => {
    const found = await getStoredImport(ctx, params.id)
    if (format === 'json') return listErrors(ctx, params.id, query)
    await audit(ctx, { action: 'import-errors.exported', subjectType: 'import', subjectId: params.id })
    return exportErrors(ctx, found, query.refused)
  }),
]
