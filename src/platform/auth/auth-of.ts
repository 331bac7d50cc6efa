import { onceFor } from '../../kernel/once-for.ts'
import type { App } from '../context.ts'
import { deriveKey } from '../crypto/derive-key.ts'
import type { Auth } from './auth.ts'

/** The sign-in flows. Their library is loaded when someone first signs in, not when the app starts. */
export const authOf = onceFor(async (app: App): Promise<Auth> => {
  const { createAuth } = await import('./auth.ts')
  const onError = (message: string, detail: unknown) => app.log.error({ detail: String(detail) }, `sign-in: ${message}`)
  return createAuth({ db: app.db, origin: app.config.origin, secret: authSecret(app), onError })
})

/** The key that signs session cookies. */
export const authSecret = onceFor((app: App) => deriveKey(app.secret, 'sign-in').toString('base64url'))
