import { newId } from '../../../kernel/ids.ts'
import type { App } from '../../../platform/context.ts'
import { readToken, signToken } from '../../../platform/crypto/sign.ts'

const purpose = 'form-page'
const life = 24 * 3600_000

interface PageToken {
  formId: string
  /** The same however often the page is sent. */
  nonce: string
  at: number
}

/** Goes out with a form and comes back with what was filled in. */
export function signPage(app: App, formId: string): string {
  const now = app.clock.now().getTime()
  return signToken(app.secret, purpose, { formId, nonce: newId(), at: now }, new Date(now + life))
}

/** Which page was filled in and for how long; null when it is not one of ours of the last day. */
export function readPage(app: App, formId: string, token: string): { nonce: string; seconds: number } | null {
  const now = app.clock.now()
  const page = readToken<PageToken>(app.secret, purpose, token, now)
  if (page?.formId !== formId) return null
  return { nonce: page.nonce, seconds: (now.getTime() - page.at) / 1000 }
}
