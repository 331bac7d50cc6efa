import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { App, Ctx } from '../../../platform/context.ts'
import { readToken, signToken } from '../../../platform/crypto/sign.ts'
import { requestMs } from './consent.ts'
import { hashHandle, type HandleKey } from './handle-hash.ts'

/** Whom a link is for: a contact by one address, of which the link holds the keyed hash only. */
export interface Addressee {
  workspaceId: WorkspaceId
  contactId: string
  hash: Buffer
}

interface Payload {
  w: string
  c: string
  h: string
}

const day = 24 * 3600_000
const life = { preferences: 365 * day, unsubscribe: 5 * 365 * day, confirm: requestMs }
type Purpose = keyof typeof life

function sign<T extends object>(app: App, purpose: Purpose, to: Addressee, more: T): string {
  const { workspaceId, contactId, hash } = to
  const payload = { w: workspaceId, c: contactId, h: hash.toString('base64url'), ...more }
  return signToken(app.secret, purpose, payload, new Date(app.clock.now().getTime() + life[purpose]))
}

function read<T extends object>(app: App, purpose: Purpose, token: string): (Addressee & { more: T }) | null {
  const payload = readToken<Payload & T>(app.secret, purpose, token, app.clock.now())
  if (!payload) return null
  const { w, c, h } = payload
  return { workspaceId: w as WorkspaceId, contactId: c, hash: Buffer.from(h, 'base64url'), more: payload }
}

export function addresseeOf(ctx: Pick<Ctx, 'app' | 'workspaceId'>, contactId: string, handle: HandleKey): Addressee {
  return { workspaceId: ctx.workspaceId, contactId, hash: hashHandle(ctx, handle) }
}

/**
 * The preference centre of a contact for one address. What is switched on through a link that staff was given
 * (`isStaff`) must be confirmed by mail: only who reads that mailbox may say yes.
 */
export function preferenceLink(app: App, to: Addressee, isStaff = false): string {
  return `${app.config.origin}/preferences/${sign(app, 'preferences', to, isStaff ? { s: 1 } : {})}`
}

export function readPreferenceToken(app: App, token: string): (Addressee & { isStaff: boolean }) | null {
  const found = read<{ s?: 1 }>(app, 'preferences', token)
  return found && { ...found, isStaff: found.more.s === 1 }
}

/** Stops one purpose's mails to an address, or without `purposeId` all of them. */
export function unsubscribeLink(app: App, to: Addressee, purposeId?: string): string {
  return `${app.config.origin}/unsubscribe/${sign(app, 'unsubscribe', to, purposeId ? { p: purposeId } : {})}`
}

export function readUnsubscribeToken(app: App, token: string): (Addressee & { purposeId: string | null }) | null {
  const found = read<{ p?: string }>(app, 'unsubscribe', token)
  return found && { ...found, purposeId: found.more.p ?? null }
}

/** Headers of a mail by which its reader's mail program unsubscribes with one click (RFC 2369, RFC 8058). */
export function unsubscribeHeaders(app: App, to: Addressee, purposeId?: string): Record<string, string> {
  return {
    'List-Unsubscribe': `<${unsubscribeLink(app, to, purposeId)}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

/** Confirms what was asked of the address at a time; what that was, the records say. */
export function confirmationLink(app: App, { askedAt, ...to }: Addressee & { askedAt: Date }): string {
  return `${app.config.origin}/confirm-consent/${sign(app, 'confirm', to, { t: askedAt.getTime() })}`
}

export function readConfirmationToken(app: App, token: string): (Addressee & { askedAt: Date }) | null {
  const found = read<{ t: number }>(app, 'confirm', token)
  return found && { ...found, askedAt: new Date(found.more.t) }
}
