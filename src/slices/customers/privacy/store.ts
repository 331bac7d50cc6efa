import { sql } from 'kysely'
import { defineAbsence } from '../../../kernel/errors.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { storableJson } from '../../../platform/db/json.ts'
import { findRow, type Row } from '../../../platform/db/row.ts'
import type { Owned } from '../../../kernel/permissions.ts'
import { mayTouch } from '../../../platform/list/visible.ts'
import type { RequestKind, RequestStatus } from './request.ts'
import type { ExportState } from './schema.ts'
import { joinRoot } from '../contacts/public.ts'

export const noRequest = defineAbsence('privacy.no-request', 'request')

/** All of them, named: a statement that is prepared outlives a column that a newer version adds. */
const columns = [
  'id',
  'kind',
  'status',
  'contactId',
  'askedBy',
  'email',
  'identityCheck',
  'assigneeId',
  'note',
  'receivedAt',
  'dueAt',
  'extendedAt',
  'closedAt',
  'remindedAt',
  'proof',
  'fileId',
] as const satisfies readonly (keyof Row<'privacyRequests'>)[]

type Columns = Pick<Row<'privacyRequests'>, (typeof columns)[number]>

export interface StoredRequest extends Omit<Columns, 'kind' | 'status' | 'proof'> {
  kind: RequestKind
  status: RequestStatus
  proof: { export?: ExportState }
}

/** The request, locked, if the actor may see whom it is about. */
export async function lockRequest(ctx: Ctx, id: string): Promise<StoredRequest> {
  const { rows } = await sql<StoredRequest & Owned>`
    select ${sql.join(columns.map(key => sql.ref(`r.${key}`)))}, c.owner_id, c.team_id from privacy_requests r ${joinRoot('r.contact_id')}
    where r.workspace_id = ${ctx.workspaceId} and r.id = ${id} for update of r`.execute(ctx.db)
  const row = rows[0]
  if (!row || (row.contactId !== null && !mayTouch(ctx, row))) throw noRequest()
  return row
}

/** Notes what was done. Steps are only ever added. The caller holds the request, so positions follow each other. */
export async function addStepRow(
  by: Tenant & { actor: { memberId: string | null }; now(): Date },
  requestId: string,
  name: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await findRow(by, 'privacyRequests', ['id'], requestId, sql`for update`)
  await sql`
    insert into privacy_steps (workspace_id, request_id, position, name, detail, member_id, at)
    select ${by.workspaceId}::uuid, ${requestId}::uuid, coalesce(max(s.position), 0) + 1, ${name}, ${storableJson(detail)}::jsonb, ${by.actor.memberId}::uuid, ${by.now()}::timestamptz
    from privacy_steps s where s.workspace_id = ${by.workspaceId} and s.request_id = ${requestId}`.execute(by.db)
}
