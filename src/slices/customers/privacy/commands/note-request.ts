import type { Ctx } from '../../../../platform/context.ts'
import { insertRow } from '../../../../platform/db/row.ts'
import { dueAfter, type RequestKind } from '../request.ts'
import { addStepRow } from '../store.ts'

export interface NotedRequest {
  id: string
  kind: RequestKind
  contactId: string | null
  askedBy: string
  email: string | null
  /** How identity was checked; null while it was not. */
  identityCheck: string | null
  assigneeId?: string | null
  note?: string | null
  receivedAt: Date
  isDemo?: boolean
}

/** Writes a request with its first steps; says until when it must be answered. */
export async function noteRequest(
  by: Pick<Ctx, 'db' | 'workspaceId' | 'workspace' | 'actor' | 'now'>,
  request: NotedRequest,
  cameBy: 'member' | 'customer' = 'member',
): Promise<Date> {
  const { id, identityCheck, assigneeId = null, note = null } = request
  const dueAt = dueAfter(request.receivedAt, by.workspace.timeZone)
  const status = identityCheck ? 'identified' : 'received'
  await insertRow(by, 'privacyRequests', { ...request, assigneeId, note, status, dueAt, createdAt: by.now() })
  await addStepRow(by, id, 'received', { by: cameBy })
  if (identityCheck) await addStepRow(by, id, 'identified', { text: identityCheck })
  return dueAt
}
