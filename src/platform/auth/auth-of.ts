import type { App } from '../context.ts'
import { deriveKey } from '../crypto/derive-key.ts'
import type { Auth } from './auth.ts'

const made = new WeakMap<App, Promise<Auth>>()

/** The sign-in flows. Their library is loaded when someone first signs in, not when the app starts. */
export function authOf(app: App): Promise<Auth> {
  let auth = made.get(app)
  if (auth === undefined) {
    const onError = (message: string, detail: unknown) =>
      app.log.error({ detail: String(detail) }, `sign-in: ${message}`)
    auth = import('./auth.ts').then(({ createAuth }) =>
      createAuth({ db: app.db, origin: app.config.origin, secret: authSecret(app), onError }),
    )
    made.set(app, auth)
  }
  return auth
}

const secrets = new WeakMap<App, string>()

/** The key that signs session cookies. */
export function authSecret(app: App): string {
  let secret = secrets.get(app)
  if (secret === undefined) secrets.set(app, (secret = deriveKey(app.secret, 'sign-in').toString('base64url')))
  return secret
}
