import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { exported, listQuery, page } from '../../../kernel/page.ts'

export const actorKinds = ['member', 'api-key', 'system'] as const

/** In the order of the columns of its export. */
export const auditEntry = z.object({
  at: z.string(),
  actorKind: z.enum(actorKinds),
  actorId: id.nullable(),
  actorName: z.string().nullable(),
  /** Subject and what was done to it, e.g. `member.role-changed`. */
  action: z.string(),
  subjectType: z.string().nullable(),
  subjectId: id.nullable(),
  detail: z.record(z.string(), z.unknown()),
  /** Truncated: /24 of IPv4, /48 of IPv6. */
  address: z.string().nullable(),
  requestId: z.string().nullable(),
  id,
})
/** With the record that it was done to, as it is called now, where things can be written on its kind and one may see it. */
const auditRow = auditEntry.extend({ subject: z.object({ kind: z.string(), id, name: z.string() }).nullable() })
export type AuditEntry = z.output<typeof auditRow>

const { get } = endpointsOf('audit', 'audit:read')

export const listAudit = get(
  '/audit',
  'List what was done, newest first; filter by actorId, actorKind, action, subjectType, subjectId and at',
  { query: listQuery, response: page(auditRow) },
)
export const exportAudit = get('/audit/export', 'Export the audit log as CSV or JSON Lines', {
  access: 'audit:export',
  ...exported(listQuery),
})
