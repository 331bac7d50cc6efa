import pg from 'pg'
import { createClient } from '../connect.ts'

/** What a server says when asked: it works, it starts or stops, it lacks the database, or nothing comes. */
export type Answer = 'ready' | 'busy' | 'no-database' | 'silent'

export async function ask(url: string): Promise<Answer> {
  const client = createClient(url, 'rapport', { connectionTimeoutMillis: 2_000, query_timeout: 2_000 })
  try {
    await client.connect()
    await client.query('select 1')
    return 'ready'
  } catch (error) {
    return answerOf((error as { code?: string }).code)
  } finally {
    await client.end().catch(() => {})
  }
}

function answerOf(code: string | undefined): Answer {
  if (code === '3D000') return 'no-database'
  // It is there, but every connection is taken.
  if (code === '53300') return 'ready'
  return code === '57P03' ? 'busy' : 'silent'
}

export async function createDatabase(maintenanceUrl: string, name: string): Promise<void> {
  const client = createClient(maintenanceUrl, 'rapport')
  await client.connect()
  try {
    await client.query(`create database ${pg.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}
