import type { FastifyRequest } from 'fastify'
import { audit, type Auditor } from '../../../platform/audit/audit.ts'
import type { App } from '../../../platform/context.ts'
import { truncateAddress } from '../../../platform/http/security.ts'
import type { SessionMember } from './store.ts'

export type SignInMethod = 'password' | 'two-factor' | 'backup-code' | 'passkey' | 'invitation' | 'setup'

/** The member as an auditor where no `Ctx` exists yet. */
export function auditorOf(app: App, member: SessionMember, request: { ip: string; id: string }): Auditor {
  return {
    db: app.db,
    workspaceId: member.workspaceId,
    actor: { kind: 'member', id: member.memberId },
    address: truncateAddress(request.ip),
    requestId: request.id,
    now: () => app.clock.now(),
  }
}

export async function auditSignIn(
  app: App,
  member: SessionMember,
  request: FastifyRequest,
  method: SignInMethod,
): Promise<void> {
  await audit(auditorOf(app, member, request), {
    action: 'member.signed-in',
    subjectId: member.memberId,
    detail: { method },
  })
}
