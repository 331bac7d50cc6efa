import { loadConfig, type Config } from '../../platform/config.ts'
import type { App } from '../../platform/context.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { compose, createLogger } from '../compose.ts'
import { openDatabase } from '../open-database.ts'

/** Runs `work` with the database of the configuration, and closes that after it. */
export async function withDatabase<T>(work: (url: string, config: Config) => Promise<T>): Promise<T> {
  const config = loadConfig()
  const database = await openDatabase(config, line => console.error(line))
  try {
    return await work(database.url, config)
  } finally {
    await database.close()
  }
}

/** Runs `work` with the app on a migrated database, and closes everything after it. */
export async function withApp<T>(work: (app: App, url: string) => Promise<T>): Promise<T> {
  return withDatabase(async (url, config) => {
    await migrate(url)
    const composed = await compose(config, url, createLogger(config.logLevel))
    try {
      return await work(composed.app, url)
    } finally {
      await composed.close()
    }
  })
}
