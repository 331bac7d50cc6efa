import type { Auditor } from '../../../platform/audit/audit.ts'
import type { App } from '../../../platform/context.ts'
import { truncateAddress } from '../../../platform/http/security.ts'
import type { SessionMember } from './store.ts'

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
