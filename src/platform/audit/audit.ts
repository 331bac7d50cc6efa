import type { Tenant } from '../db/database.ts'
import { storableJson } from '../db/json.ts'
import { newId } from '../../kernel/ids.ts'

/** What was done, verb last (`member.role-changed`), and to what. `detail` holds no personal text. */
export interface AuditEntry {
  action: string
  /** The noun of the action when it is left out. */
  subjectType?: string
  /** Not said of the workspace itself. */
  subjectId?: string
  detail?: Record<string, unknown>
}

/** Who did it; a `Ctx` is one. The address is truncated already. */
export interface Auditor extends Tenant {
  actor: { kind: string; id: string | null }
  address: string | null
  requestId: string
  now(): Date
}

/** Writes one entry in the caller's transaction, so that it stands if and only if the deed does. */
export async function audit(by: Auditor, entry: AuditEntry): Promise<void> {
  await by.db.insertInto('auditEntries').values(toRow(by, entry)).execute()
}

export type AuditRow = ReturnType<typeof toRow>

export function toRow(by: Auditor, entry: AuditEntry) {
  const at = by.now()
  return {
    workspaceId: by.workspaceId as string,
    id: newId(at.getTime()),
    at,
    actorKind: by.actor.kind,
    actorId: by.actor.id,
    action: entry.action,
    subjectType: entry.subjectType ?? (entry.subjectId ? entry.action.split('.')[0]! : null),
    subjectId: entry.subjectId ?? (entry.subjectType === 'workspace' ? by.workspaceId : null),
    detail: storableJson(entry.detail ?? {}),
    address: by.address,
    requestId: by.requestId,
  }
}
