import { AppError } from '../kernel/errors.ts'
import type { Config } from '../platform/config.ts'
import { createClient } from '../platform/db/connect.ts'
import { findEmbedded, startEmbedded } from '../platform/db/embedded/embedded.ts'

export interface OpenDatabase {
  url: string
  close(): Promise<void>
}

/** The database that the configuration names: the one at DATABASE_URL, the embedded one that runs already, or a new start of it. */
export async function openDatabase(config: Config, log: (line: string) => void = () => {}): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) {
    await requireAnswer(config.databaseUrl)
    return { url: config.databaseUrl, close: async () => {} }
  }
  const running = await findEmbedded(config.dataFolder)
  if (running !== undefined) return { url: running, close: async () => {} }
  const server = await startEmbedded({ folder: config.dataFolder, log })
  return { url: server.url, close: () => server.stop() }
}

const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'the host is not known',
  '28P01': 'the password is wrong',
  '28000': 'the user may not sign in',
  '3D000': 'the database does not exist',
}

async function requireAnswer(url: string): Promise<void> {
  const client = createClient(url, 'rapport', { connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    throw new AppError(
      'unavailable',
      `The database of DATABASE_URL cannot be reached: ${reasons[code ?? ''] ?? message}. Check the address, or unset DATABASE_URL to use the embedded one.`,
    )
  } finally {
    await client.end().catch(() => {})
  }
}
