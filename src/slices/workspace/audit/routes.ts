import { audit } from '../../../platform/audit/audit.ts'
import { route } from '../../../platform/http/route.ts'
import { exportColumns, exportList } from '../../../platform/list/export.ts'
import { listAudit } from './queries.ts'
import * as schema from './schema.ts'

const columns = exportColumns<schema.AuditEntry>(Object.keys(schema.auditEntry.shape))

export const routes = [
  route(schema.listAudit, (ctx, { query }) => listAudit(ctx, query)),
  route(schema.exportAudit, async (ctx, { query: { format, ...query } }) => {
    await audit(ctx, { action: 'audit.exported', detail: { format, ...query } })
    return exportList(ctx, format, 'audit', columns, query, page => listAudit(ctx, page))
  }),
]
