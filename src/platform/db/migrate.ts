import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { runMigrations as migrateJobs } from 'graphile-worker'
import { AppError } from '../../kernel/errors.ts'
import { createClient, Pool } from './connect.ts'

export const migrationsFolder = join(import.meta.dirname, '../../../migrations')

const lockKey = 7_282_791

/**
 * Brings the database at `url` to the newest schema and returns the names of the migrations it ran. One migrator works
 * at a time; each file is one transaction that waits at most 2 s for a lock.
 */
export async function migrate(url: string, folder: string = migrationsFolder): Promise<string[]> {
  const client = createClient(url, 'rapport migrate')
  await client.connect()
  try {
    await requireVersion(client)
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await explained('the list of migrations', () =>
      client.query(
        `create table if not exists schema_migrations (
           name text not null, checksum text not null, applied_at timestamptz not null default now(),
           constraint schema_migrations_pkey primary key (name))`,
      ),
    )
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from schema_migrations',
    )
    const applied = new Map(rows.map(row => [row.name, row.checksum]))
    const ran: string[] = []
    for (const name of (await readdir(folder)).filter(file => file.endsWith('.sql')).sort()) {
      const sql = await readFile(join(folder, name), 'utf8')
      const checksum = createHash('sha256').update(sql).digest('hex')
      const known = applied.get(name)
      if (known === checksum) continue
      if (known !== undefined) {
        throw new AppError(
          'conflict',
          `The migration ${name} was changed after it ran here. Restore the file; write a new migration instead.`,
        )
      }
      await runFile(client, name, sql, checksum)
      ran.push(name)
    }
    await explained('the job queue', () => prepareJobs(url))
    return ran
  } finally {
    await client.end()
  }
}

/** On a pool of ours: the queue leaves its own to close by itself, deaf to errors. */
async function prepareJobs(url: string): Promise<void> {
  const pool = new Pool(url, { max: 1, application_name: 'rapport migrate' })
  try {
    await migrateJobs({ pgPool: pool })
  } finally {
    await pool.close()
  }
}

/** Names of the migrations that the database has not run yet. */
export async function pendingMigrations(client: pg.Client, folder: string = migrationsFolder): Promise<string[]> {
  const files = (await readdir(folder)).filter(file => file.endsWith('.sql')).sort()
  const { rows: known } = await client.query<{ name: string | null }>(
    `select to_regclass('schema_migrations')::text as name`,
  )
  if (known[0]!.name === null) return files
  const { rows } = await client.query<{ name: string }>('select name from schema_migrations')
  return files.filter(file => !rows.some(row => row.name === file))
}

async function runFile(client: pg.Client, name: string, sql: string, checksum: string): Promise<void> {
  try {
    await client.query('begin')
    await client.query(`set local lock_timeout = '2s'`)
    await client.query(sql)
    await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw explain(name, error as pg.DatabaseError)
  }
}

async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  )
  if (rows[0]!.version < 150_000) {
    throw new AppError(
      'unavailable',
      'The database is older than PostgreSQL 15. Point DATABASE_URL at version 15 or newer.',
    )
  }
}

async function explained(name: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    throw explain(name, error as pg.DatabaseError)
  }
}

const lacksExtension = (message: string) =>
  `The database lacks an extension (${message}). Install PostgreSQL's contrib package with pg_trgm and btree_gin.`
/** What failures of PostgreSQL mean here, by their code. */
const reasons: Record<string, (message: string, name: string) => string> = {
  '42501': (message, name) =>
    `The database user may not do what ${name} needs (${message}). Make it the owner of the database.`,
  '0A000': lacksExtension,
  '58P01': lacksExtension,
  '55P03': (_, name) =>
    `${name} could not get a lock within 2 s because the database is busy; nothing was changed. Try again.`,
}

function explain(name: string, error: pg.DatabaseError): Error {
  const reason = reasons[error.code ?? '']?.(error.message, name)
  if (reason) return new AppError('unavailable', reason)
  return new Error(`Migration ${name} failed: ${error.message}`, { cause: error })
}
