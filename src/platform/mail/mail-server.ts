import { outgoingRules, type OutgoingRules } from '../http-client/outgoing-rules.ts'
import type { Mailbox } from './mailbox.ts'

/** `implicit` from the first byte, `required` by STARTTLS, `when-offered` by STARTTLS else in clear, `off` in clear. */
export const tlsModes = ['implicit', 'required', 'when-offered', 'off'] as const
export type TlsMode = (typeof tlsModes)[number]

export interface DkimKey {
  domain: string
  selector: string
  /** RSA, in PEM. */
  privateKey: string
}

/** An SMTP server and the sender it sends as. */
export interface MailServer {
  host: string
  port: number
  tls: TlsMode
  user: string | null
  password: string | null
  from: Mailbox
  /** The key by which mails are signed in the name of their domain (RFC 6376). */
  dkim?: DkimKey | null
  /** Which addresses `host` may turn out to have. */
  rules: OutgoingRules
}

/**
 * The server that SMTP_URL names: `smtps://user:password@host:465` or `smtp://host:25`, with `?tls=required` or
 * `?tls=off` where that is not to be left to what the server offers. Whoever runs the instance may use a private host.
 */
export function mailServerFromUrl(text: string, from: Mailbox): MailServer {
  const url = new URL(text)
  const host = decodeURIComponent(url.hostname).replace(/^\[|\]$/g, '')
  const isImplicit = url.protocol === 'smtps:'
  return {
    host,
    port: Number(url.port) || (isImplicit ? 465 : 587),
    tls: isImplicit ? 'implicit' : ((url.searchParams.get('tls') as TlsMode | null) ?? 'when-offered'),
    user: decodeURIComponent(url.username) || null,
    password: decodeURIComponent(url.password) || null,
    from,
    rules: outgoingRules(host),
  }
}

export function isSmtpUrl(text: string): boolean {
  const url = URL.parse(text)
  if (!url || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') || !url.hostname || url.pathname.length > 1)
    return false
  try {
    mailServerFromUrl(text, { name: null, address: '' })
  } catch {
    return false
  }
  const parameters = [...url.searchParams]
  return parameters.every(
    ([name, value]) =>
      name === 'tls' && url.protocol === 'smtp:' && ['required', 'when-offered', 'off'].includes(value),
  )
}
