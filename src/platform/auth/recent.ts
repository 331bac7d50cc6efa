import type { App } from '../context.ts'
import { rightsVersion } from './rights.ts'
import type { Authentication } from '../http/authentication.ts'

interface Recent {
  authentication: Authentication
  version: number
  at: number
  until: number
}

/** What another process takes away is still good for this long; what this one takes away, at once not. */
const milliseconds = 500
const most = 10_000
const recents = new WeakMap<App, Map<string, Recent>>()

/** Who sent these very credentials a moment ago, unless somebody's rights have changed since. */
export function recall(app: App, credentials: string): Authentication | undefined {
  const recent = recents.get(app)?.get(credentials)
  if (recent === undefined || recent.version !== rightsVersion() || performance.now() > recent.until) return undefined
  return Math.abs(app.clock.now().getTime() - recent.at) > milliseconds ? undefined : recent.authentication
}

export function remember(app: App, credentials: string, authentication: Authentication, version: number): void {
  let known = recents.get(app)
  if (known === undefined) recents.set(app, (known = new Map()))
  if (known.size >= most) known.clear()
  known.set(credentials, {
    authentication,
    version,
    at: app.clock.now().getTime(),
    until: performance.now() + milliseconds,
  })
}
