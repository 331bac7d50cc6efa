import { join } from 'node:path'
import { pino, type DestinationStream, type Logger } from 'pino'
import type { Permission, Role } from '../kernel/permissions.ts'
import { systemClock, type Clock } from '../kernel/time.ts'
import type { Config } from '../platform/config.ts'
import { flushAuditReads } from '../platform/audit/audit-read.ts'
import type { App } from '../platform/context.ts'
import { loadSecret } from '../platform/crypto/load-secret.ts'
import type { Pool } from '../platform/db/connect.ts'
import { createDatabase, createPool } from '../platform/db/database.ts'
import { errorForLog } from '../platform/error-for-log.ts'
import { deliveryJob } from '../platform/events/deliver.ts'
import { createLiveHub } from '../platform/events/live-hub.ts'
import { retryParkedJob } from '../platform/events/retry-parked.ts'
import { openLocalFileStore } from '../platform/files/local-file-store.ts'
import { openS3FileStore } from '../platform/files/s3-file-store.ts'
import type { Job } from '../platform/jobs/jobs.ts'
import { deliverMail } from '../platform/mail/deliver-mail.ts'
import { slices } from './slices.ts'

export interface Composed {
  app: App
  pool: Pool
  close(): Promise<void>
}

export const permissions: ReadonlyMap<Permission, Role> = new Map(
  slices.flatMap(slice => Object.entries(slice.permissions ?? {}) as [Permission, Role][]),
)

export const events = slices.flatMap(slice => (slice.events ?? []).flatMap(kinds => Object.values(kinds)))

export const records = slices.flatMap(slice => slice.records ?? [])

export const reactions = slices.flatMap(slice => slice.reactions ?? [])

export const jobs: Job[] = [
  deliveryJob(reactions),
  retryParkedJob(reactions),
  deliverMail,
  ...slices.flatMap(slice => slice.jobs ?? []),
]

export function createLogger(level: Config['logLevel'], destination?: DestinationStream): Logger {
  const redact = ['req.headers.authorization', 'req.headers.cookie']
  return pino({ level, base: undefined, redact, serializers: { err: errorForLog } }, destination)
}

/** Puts one process together on the database at `url`. */
export async function compose(config: Config, url: string, log: Logger, clock: Clock = systemClock): Promise<Composed> {
  const pool = createPool({
    url,
    size: config.databasePool,
    statementTimeout: 60_000,
    appendOnly: new Set(slices.flatMap(slice => slice.appendOnly ?? [])),
    onError: error =>
      log.warn({ error: String(error) }, 'a database connection was lost; the next request opens another'),
  })
  const app: App = {
    config,
    db: createDatabase(pool),
    clock,
    log,
    live: createLiveHub(url, log),
    files: config.s3
      ? await openS3FileStore(config.s3, join(config.dataFolder, 'uploads'))
      : await openLocalFileStore(join(config.dataFolder, 'files')),
    secret: await loadSecret(config.dataFolder, config.secret),
    permissions,
    personalData: slices.flatMap(slice => slice.personalData ?? []),
    retention: slices.flatMap(slice => slice.retention ?? []),
    records,
    recordExtras: slices.flatMap(slice => slice.recordExtra ?? []),
    events,
    demoParts: slices.flatMap(slice => slice.demo ?? []),
  }
  return {
    app,
    pool,
    async close() {
      await flushAuditReads(app)
      await app.live.close()
      await pool.close()
    },
  }
}
