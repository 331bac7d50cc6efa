import { createHmac } from 'node:crypto'
import type { App } from '../../../platform/context.ts'
import { deriveKey } from '../../../platform/crypto/derive-key.ts'

/** A handle in its normal form, as `normalizeHandle` of contacts gives it. */
export interface HandleKey {
  kind: string
  normal: string
}

/**
 * By what an address is recognised again without being kept. A number is the same person's whether it is called or
 * written to, so a WhatsApp number is a phone.
 */
export function hashHandle(
  { app, workspaceId }: { app: Pick<App, 'secret'>; workspaceId: string },
  { kind, normal }: HandleKey,
): Buffer {
  const subject = `${workspaceId}\n${kind === 'whatsapp' ? 'phone' : kind}\n${normal}`
  return createHmac('sha256', deriveKey(app.secret, 'suppression')).update(subject).digest()
}
