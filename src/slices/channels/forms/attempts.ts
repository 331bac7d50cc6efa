import { onceFor } from '../../../kernel/once-for.ts'
import { networkOf, Throttle } from '../../../platform/auth/throttle.ts'
import type { App } from '../../../platform/context.ts'

const throttlesOf = onceFor((_: App) => ({
  network: new Throttle({ attempts: 20, seconds: 3600 }),
  address: new Throttle({ attempts: 5, seconds: 3600 }),
}))

/** Counts what comes from one network: twenty an hour. Returns 0, or the seconds to wait. */
export function countSender(app: App, ip: string): number {
  return throttlesOf(app).network.attempt(networkOf(ip), app.clock.now())
}

/** Counts what comes in the name of one e-mail address: five an hour. Returns 0, or the seconds to wait. */
export function countAddress(app: App, hash: Buffer): number {
  return throttlesOf(app).address.attempt(hash.toString('hex'), app.clock.now())
}
