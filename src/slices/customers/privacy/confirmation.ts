import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { App } from '../../../platform/context.ts'
import { readToken } from '../../../platform/crypto/sign.ts'

export const confirmPurpose = 'privacy-request'

/** What the link in the mail to a customer says: workspace, id of the request to be, contact, kind and address. */
export interface AskedRequest {
  w: WorkspaceId
  r: string
  c: string
  k: 'access' | 'erasure'
  e: string
}

export type ConfirmedRequest = NonNullable<ReturnType<typeof readConfirmation>>

export function readConfirmation(app: App, token: string) {
  const asked = readToken<AskedRequest>(app.secret, confirmPurpose, token, app.clock.now())
  return asked && { workspaceId: asked.w, requestId: asked.r, contactId: asked.c, kind: asked.k, email: asked.e }
}
