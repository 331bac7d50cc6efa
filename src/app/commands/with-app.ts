import { loadConfig } from '../../platform/config.ts'
import type { App } from '../../platform/context.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { compose, createLogger } from '../compose.ts'
import { openDatabase } from '../open-database.ts'

/** Runs `work` with the app on a migrated database, and closes everything after it. */
export async function withApp<T>(work: (app: App, url: string) => Promise<T>): Promise<T> {
  const config = loadConfig()
  const database = await openDatabase(config, line => console.error(line))
  try {
    await migrate(database.url)
    const composed = await compose(config, database.url, createLogger(config.logLevel))
    try {
      return await work(composed.app, database.url)
    } finally {
      await composed.close()
    }
  } finally {
    await database.close()
  }
}
