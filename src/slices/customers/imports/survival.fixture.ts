import { join } from 'node:path'
import { pino } from 'pino'
import { systemClock } from '../../../kernel/time.ts'
import type { App } from '../../../platform/context.ts'
import { createDatabase, createPool } from '../../../platform/db/database.ts'
import { openLocalFileStore } from '../../../platform/files/local-file-store.ts'
import { slices } from '../../../app/slices.ts'
import { runImport } from './jobs/run-import.ts'

/** A process of its own that does nothing but run one import: `node survival.fixture.ts <database> <data folder> <workspace> <import>`. */
const [url, dataFolder, workspaceId, importId] = process.argv.slice(2) as [string, string, string, string]
const pool = createPool({ url, size: 2 })
const files = await openLocalFileStore(join(dataFolder, 'files'))
const app = {
  db: createDatabase(pool),
  clock: systemClock,
  files,
  secret: 'survival',
  records: slices.flatMap(slice => slice.records ?? []),
  events: slices.flatMap(slice => (slice.events ?? []).flatMap(kinds => Object.values(kinds))),
  log: pino({ level: 'error' }),
} as unknown as App
await runImport.run(app, { workspaceId, importId }, new AbortController().signal)
await pool.end()
