import type { WorkspaceId } from '../../kernel/ids.ts'
import type { Actor, WorkspaceSettings } from '../context.ts'

/** What a session cookie or an API key stands for. */
export interface Authentication {
  workspaceId: WorkspaceId
  workspace: WorkspaceSettings
  actor: Actor
}
