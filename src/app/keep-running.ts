import type { Logger } from 'pino'

/** A server outlives a promise that nobody waits for: libraries leave such behind when the database goes away. */
export function keepRunning(log: Logger): void {
  process.on('unhandledRejection', error => log.error({ err: error }, 'a promise that nobody waits for was rejected'))
}
