import { createHmac, timingSafeEqual } from 'node:crypto'

/** Browsers share cookies between the ports of a host: the port keeps two instances on one machine apart. */
export function cookiePrefix(origin: string): string {
  const { port } = new URL(origin)
  return port === '' ? 'rapport' : `rapport-${port}`
}

/** The session cookie's name; browsers accept the `__Secure-` prefix only over HTTPS. */
export function sessionCookieName(origin: string): string {
  return `${origin.startsWith('https:') ? '__Secure-' : ''}${cookiePrefix(origin)}.session_token`
}

/** The value of the first cookie called `name`, still percent-encoded. */
export function findCookie(header: string, name: string): string | undefined {
  for (const part of header.split(';')) {
    const equals = part.indexOf('=')
    if (equals > 0 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim()
  }
  return undefined
}

/** `header` without the cookie called `name`. */
export function withoutCookie(header: string, name: string): string {
  return header
    .split(';')
    .filter(part => part.split('=')[0]!.trim() !== name)
    .join(';')
}

/** The token of a cookie that better-auth signed (`token.base64(hmac)`), or undefined when it was not us who signed it. */
export function readSignedToken(encoded: string, secret: string): string | undefined {
  let value: string
  try {
    value = decodeURIComponent(encoded)
  } catch {
    return undefined
  }
  const dot = value.lastIndexOf('.')
  if (dot < 1) return undefined
  const token = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  const expected = createHmac('sha256', secret).update(token).digest()
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined
}
