import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { createClient } from '../connect.ts'
import { jobColumns, jobsTable, type BackupHead, type Counts, type Frame } from './format.ts'
import { listTables, quote, type Table } from './tables.ts'

/** A consistent snapshot of all tables as one compressed stream; `counts` is right when the stream has ended. */
export async function writeBackup(url: string): Promise<{ stream: Readable; counts: Counts }> {
  const client = createClient(url, 'rapport backup')
  await client.connect()
  await client.query(`begin isolation level repeatable read read only`)
  const counts: Counts = { rows: 0, tables: 0 }
  const source = Readable.from(frames(client, counts), { objectMode: false })
  const stream = source.pipe(createGzip({ level: 5 }))
  source.on('error', error => stream.destroy(error))
  stream.on('close', () => void client.end().catch(() => {}))
  return { stream, counts }
}

async function* frames(client: pg.Client, counts: Counts): AsyncGenerator<Buffer> {
  const { rows: migrations } = await client.query<{ name: string }>('select name from schema_migrations order by name')
  const head: BackupHead = {
    format: 'rapport-backup',
    version: 1,
    migrations: migrations.map(row => row.name),
    madeAt: new Date().toISOString(),
  }
  yield line(head)
  const sources = [
    ...(await listTables(client)).map(source),
    { table: jobsTable, columns: jobColumns, query: waitingJobs },
  ]
  for (const { table, columns, query } of sources) {
    counts.tables++
    const copy = client.query(copyTo(`copy (${query}) to stdout`))
    for await (const chunk of copy as AsyncIterable<Buffer>) {
      yield line({ table, columns, bytes: chunk.length })
      yield chunk
    }
    counts.rows += copy.rowCount ?? 0
  }
  yield line({ end: true, rows: counts.rows, tables: counts.tables })
  await client.query('commit')
}

function source({ table, columns, key }: Table) {
  return {
    table,
    columns,
    query: `select ${columns.map(quote).join(', ')} from public.${quote(table)} order by ${key.map(quote).join(', ')}`,
  }
}

/** Work that had not been done at the time of the snapshot: deliveries of events, mail, reminders. */
const waitingJobs = `
  select t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts, j.key
  from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
  order by j.id`

function line(frame: BackupHead | Frame): Buffer {
  return Buffer.from(JSON.stringify(frame) + '\n')
}
