import { sql } from 'kysely'
import type { ListQuery, Page } from '../../../kernel/page.ts'
import type { Ctx } from '../../../platform/context.ts'
import { escapeLike, type ListColumn } from '../../../platform/list/filter.ts'
import { linkedJson } from '../../../platform/record/linked.ts'
import { listPage } from '../../../platform/list/list.ts'
import { joinMember } from '../members/public.ts'
import { actorKinds, type AuditEntry } from './schema.ts'
import { joinKey } from '../api-keys/public.ts'

const columns: Record<string, ListColumn> = {
  at: { type: 'time', sql: sql`a.at`, isSortable: true },
  actorKind: { type: 'choice', sql: sql`a.actor_kind`, choices: actorKinds },
  actorId: { type: 'id', sql: sql`a.actor_id` },
  action: { type: 'text', sql: sql`a.action` },
  subjectType: { type: 'text', sql: sql`a.subject_type` },
  subjectId: { type: 'id', sql: sql`a.subject_id` },
  requestId: { type: 'text', sql: sql`a.request_id` },
}

const from = sql`audit_entries a
  ${joinMember('a.actor_id')}
  ${joinKey('a.actor_id', 'k')}`

export function listAudit(ctx: Ctx, query: ListQuery): Promise<Page<AuditEntry>> {
  return listPage(ctx, query, {
    alias: 'a',
    from,
    select: sql`a.id, a.at, a.actor_kind, a.actor_id, coalesce(m.name, k.name) as actor_name, a.action, a.subject_type, a.subject_id, a.detail, a.address, a.request_id,
      ${linkedJson(ctx, 'a.subject_id')} as subject`,
    columns,
    defaultSort: '-at',
    search: q => sql<boolean>`a.action like ${'%' + escapeLike(q.toLowerCase()) + '%'}`,
  })
}
