import { newId, type WorkspaceId } from '../kernel/ids.ts'
import type { Actor, App, Ctx } from './context.ts'
import { findWorkspace, noWorkspace } from './workspaces.ts'

const system: Actor = {
  kind: 'system',
  id: null,
  memberId: null,
  userId: null,
  sessionId: null,
  name: 'Rapport',
  role: 'owner',
  teamIds: [],
  scopes: null,
  recordRule: 'all',
  locale: null,
  timeZone: null,
}

/** For jobs, foreign protocols and public pages: the workspace itself acts, and sees all of its records. */
export async function systemCtx(app: App, workspaceId: WorkspaceId, address: string | null = null): Promise<Ctx> {
  const workspace = noWorkspace.unless(await findWorkspace({ db: app.db, workspaceId }))
  return {
    app,
    db: app.db,
    workspaceId,
    workspace,
    actor: system,
    locale: workspace.locale,
    requestId: newId(),
    address,
    now: () => app.clock.now(),
  }
}
