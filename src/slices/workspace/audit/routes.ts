import { audit } from '../../../platform/audit/audit.ts'
import { route } from '../../../platform/http/route.ts'
import { exportList, type ExportColumn } from '../../../platform/list/export.ts'
import { listAudit } from './queries.ts'
import * as schema from './schema.ts'

const exported = [
  'at',
  'actorKind',
  'actorId',
  'actorName',
  'action',
  'subjectType',
  'subjectId',
  'detail',
  'address',
  'requestId',
  'id',
] as const
const columns: ExportColumn<schema.AuditEntry>[] = exported.map(key => ({
  key,
  label: key,
  value: entry => entry[key],
}))

export const routes = [
  route(schema.listAudit, (ctx, { query }) => listAudit(ctx, query)),
  route(schema.exportAudit, async (ctx, { query: { format, ...query } }) => {
    await audit(ctx, { action: 'audit.exported', detail: { format, ...query } })
    return exportList(format, 'audit', columns, query, page => listAudit(ctx, page))
  }),
]
