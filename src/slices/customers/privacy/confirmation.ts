import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { App } from '../../../platform/context.ts'
import { readToken } from '../../../platform/crypto/sign.ts'

export const confirmPurpose = 'privacy-request'

/** What the link in the mail to a customer says: workspace, id of the request to be, contact, kind and address. */
export interface AskedRequest {
  w: string
  r: string
  c: string
  k: 'access' | 'erasure'
  e: string
}

export interface ConfirmedRequest {
  workspaceId: WorkspaceId
  requestId: string
  contactId: string
  kind: 'access' | 'erasure'
  email: string
}

export function readConfirmation(app: App, token: string): ConfirmedRequest | null {
  const asked = readToken<AskedRequest>(app.secret, confirmPurpose, token, app.clock.now())
  if (!asked) return null
  return { workspaceId: asked.w as WorkspaceId, requestId: asked.r, contactId: asked.c, kind: asked.k, email: asked.e }
}
