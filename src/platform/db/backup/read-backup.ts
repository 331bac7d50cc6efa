import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { AppError } from '../../../kernel/errors.ts'
import { createClient } from '../connect.ts'
import { jobsTable, type BackupHead, type Counts, type Frame } from './format.ts'
import { listTables, quote } from './tables.ts'
import { keyed } from '../../jobs/add-job.ts'

/** Fills the empty, migrated database at `url` from a backup in one transaction; a faulty file changes nothing. */
export async function readBackup(url: string, file: Readable): Promise<Counts> {
  const client = createClient(url, 'rapport restore')
  await client.connect()
  try {
    await client.query('begin')
    await requireEmpty(client)
    await client.query(
      'create temporary table jobs (identifier text, payload json, queue_name text, run_at timestamptz, max_attempts int, key text) on commit drop',
    )
    const counts = await fill(client, new FrameReader(file))
    await client.query(
      `select graphile_worker.add_job(identifier, payload, queue_name, run_at, max_attempts, key,
         flags => case when key is not null then array[$1] end) from jobs`,
      [keyed],
    )
    await client.query('commit')
    return counts
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
}

async function requireEmpty(client: pg.Client): Promise<void> {
  for (const { table } of await listTables(client)) {
    const { rowCount } = await client.query(`select from public.${quote(table)} limit 1`)
    if (rowCount)
      throw new AppError(
        'conflict',
        `The database is not empty (${table} has rows). Restore into an empty one; nothing was changed.`,
      )
  }
}

async function fill(client: pg.Client, reader: FrameReader): Promise<Counts> {
  const head = (await reader.line()) as BackupHead | undefined
  if (head?.format !== 'rapport-backup') throw damaged('it is not a backup of Rapport')
  await requireMigrations(client, head)
  let open: { table: string; copy: Writable & { rowCount?: number } } | undefined
  let rows = 0
  const close = async () => {
    if (!open) return
    open.copy.end()
    await finished(open.copy)
    rows += open.copy.rowCount ?? 0
    open = undefined
  }
  try {
    for (;;) {
      const frame = (await reader.line()) as Frame | undefined
      if (frame === undefined) throw damaged('it ends too early')
      if ('end' in frame) {
        await close()
        if (rows !== frame.rows) throw damaged(`it holds ${rows} rows instead of ${frame.rows}`)
        return { rows, tables: frame.tables }
      }
      if (open?.table !== frame.table) {
        await close()
        const into = `${frame.table === jobsTable ? 'pg_temp' : 'public'}.${quote(frame.table)}`
        const copy = client.query(copyFrom(`copy ${into} (${frame.columns.map(quote).join(', ')}) from stdin`))
        copy.on('error', () => {})
        open = { table: frame.table, copy }
      }
      if (!open.copy.write(await reader.bytes(frame.bytes)))
        await Promise.race([once(open.copy, 'drain'), finished(open.copy)])
    }
  } catch (error) {
    open?.copy.destroy()
    throw error
  }
}

async function requireMigrations(client: pg.Client, head: BackupHead): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select name from schema_migrations')
  const known = new Set(rows.map(row => row.name))
  const missing = head.migrations.filter(name => !known.has(name))
  if (missing.length > 0)
    throw new AppError(
      'conflict',
      `The backup is from a newer Rapport (it has ${missing.join(', ')}). Update Rapport first; nothing was changed.`,
    )
}

function damaged(why: string): AppError {
  return new AppError('unprocessable', `The backup cannot be used: ${why}. Nothing was changed.`)
}

/** Reads lines and blocks of bytes from a compressed stream. */
class FrameReader {
  readonly #chunks: AsyncIterator<Buffer>
  #buffer: Buffer = Buffer.alloc(0)

  constructor(file: Readable) {
    const gunzip = createGunzip()
    file.on('error', error => gunzip.destroy(error))
    this.#chunks = file.pipe(gunzip)[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  }

  async line(): Promise<unknown> {
    let end = this.#buffer.indexOf(10)
    while (end < 0) {
      if (!(await this.#more())) return undefined
      end = this.#buffer.indexOf(10)
    }
    const text = this.#buffer.subarray(0, end).toString()
    this.#buffer = this.#buffer.subarray(end + 1)
    try {
      return JSON.parse(text)
    } catch {
      throw damaged('a part of it is not readable')
    }
  }

  async bytes(count: number): Promise<Buffer> {
    while (this.#buffer.length < count) if (!(await this.#more())) throw damaged('it ends too early')
    const block = this.#buffer.subarray(0, count)
    this.#buffer = this.#buffer.subarray(count)
    return block
  }

  async #more(): Promise<boolean> {
    try {
      const { value, done } = await this.#chunks.next()
      if (done) return false
      this.#buffer = this.#buffer.length === 0 ? value : Buffer.concat([this.#buffer, value])
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT')
        throw new AppError('not-found', `There is no such file: ${(error as NodeJS.ErrnoException).path}`)
      throw damaged('it is cut short or not compressed by us')
    }
  }
}
