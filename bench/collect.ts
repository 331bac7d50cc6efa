import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { createHttp } from '../src/app/http.ts'
import { systemCtx } from '../src/platform/system-ctx.ts'
import { createSource } from '../src/slices/channels/collect/commands.ts'
import { getSource } from '../src/slices/channels/collect/queries.ts'
import type { Figure, Request } from './bench.ts'
import type { Dataset } from './dataset.ts'
import { percentile, sendLoad, type Measured } from './load.ts'
import type { Running } from './processes.ts'
import type { RawCollect } from './raw-collect.ts'
import { listen } from './record.ts'
import type { Statement } from './replay.ts'

const slug = 'bench-collect'
const visitors = 2000
const warmUp = 0.5

/** How events come: one a request from many, or a hundred a request from some. */
const ways = [
  { name: 'collect.single', size: 1, clients: 128, target: 0.4 },
  { name: 'collect.batch', size: 100, clients: 16, target: 0.3 },
] as const

/** Events a second, acknowledged after the commit, of visitors who are known; next to the bare route. */
export async function measureCollect(
  dataset: Dataset,
  app: Running,
  seconds: number,
  rounds: number,
): Promise<Figure[]> {
  await cleanUpCollect(dataset)
  const writeKey = await makeSource(dataset)
  const devices = Array.from({ length: visitors }, () => randomUUID())
  await meetAll(app.origin, writeKey, devices)
  const raw = await startRaw(dataset, await record(dataset, writeKey, devices))
  try {
    const figures: Figure[] = []
    for (const { name, size, clients, target } of ways) {
      const of = { app: [] as Measured[], raw: [] as Measured[] }
      for (let round = 0; round < rounds; round++) {
        for (const side of ['raw', 'app'] as const) {
          const { origin } = side === 'raw' ? raw : app
          const load = {
            origin,
            cookies: Array<string>(clients).fill('bench=1'),
            next: () => requestOf(writeKey, devices, size),
          }
          await sendLoad({ ...load, seconds: warmUp })
          of[side].push(await sendLoad({ ...load, seconds }))
        }
      }
      const speed = (parts: Measured[]) =>
        (size * parts.reduce((sum, part) => sum + part.requests, 0)) /
        parts.reduce((sum, part) => sum + part.seconds, 0)
      const [value, bare] = [speed(of.app), speed(of.raw)]
      const p99 = (parts: Measured[]) =>
        percentile(
          parts.flatMap(part => part.latencies),
          0.99,
        )
      figures.push({
        name: `${name}.c${clients}`,
        value,
        unit: 'events/s',
        raw: bare,
        ratio: value / bare,
        target,
        p99: [p99(of.app), p99(of.raw)],
      })
    }
    return figures
  } finally {
    await raw.stop()
    await cleanUpCollect(dataset)
  }
}

async function makeSource({ app, workspaceId }: Dataset): Promise<string> {
  const ctx = await systemCtx(app, workspaceId)
  const id = await createSource(ctx, { name: slug, kind: 'app', allowedOrigins: [], consentMode: 'always' })
  return (await getSource(ctx, id)).writeKey
}

let count = 0

function eventOf(anonymousId: string) {
  return {
    type: 'track',
    messageId: `bench-collect-${process.pid}-${++count}`,
    anonymousId,
    event: 'Product Viewed',
    properties: { sku: `S-${count % 500}`, name: 'A mug with a handle', price: 19.9, position: count % 20 },
    timestamp: new Date().toISOString(),
    context: { library: { name: 'bench' }, page: { url: 'https://shop.example/mugs', title: 'Mugs' } },
  }
}

function requestOf(writeKey: string, devices: readonly string[], size: number): Request {
  const event = () => eventOf(devices[Math.floor(Math.random() * devices.length)]!)
  const body = size === 1 ? { ...event(), writeKey } : { writeKey, batch: Array.from({ length: size }, event) }
  return { method: 'POST', path: size === 1 ? '/v1/t' : '/v1/batch', body: JSON.stringify(body) }
}

/** So that nobody is new while it is measured. */
async function meetAll(origin: string, writeKey: string, devices: readonly string[]): Promise<void> {
  for (let at = 0; at < devices.length; at += 500) {
    const response = await fetch(`${origin}/v1/batch`, {
      method: 'POST',
      body: JSON.stringify({ writeKey, batch: devices.slice(at, at + 500).map(eventOf) }),
    })
    if (!response.ok) throw new Error(`batch: ${response.status} ${await response.text()}`)
  }
}

/** The two statements that the app sends for one event of somebody who is known. */
async function record(
  dataset: Dataset,
  writeKey: string,
  devices: readonly string[],
): Promise<Omit<RawCollect, 'url' | 'poolSize'>> {
  const server = await createHttp(dataset.app)
  const statements: Statement[] = []
  const send = () => {
    const { path, body } = requestOf(writeKey, devices, 1)
    return server.inject({ method: 'POST', url: path, headers: { 'content-type': 'application/json' }, payload: body! })
  }
  await send()
  const stop = listen(statements)
  const answer = await send()
  stop()
  await server.close()
  if (answer.statusCode !== 200) throw new Error(`track answered ${answer.statusCode}: ${answer.body}`)
  const resolve = statements.find(({ text }) => text.includes('from unnest(') && text.includes('join handles'))
  const write = statements.find(({ text }) => text.includes('insert into events'))
  if (!resolve || !write) throw new Error('The app does not write events as the bench expects.')
  const [row] = JSON.parse(
    write.values.find(value => typeof value === 'string' && value.startsWith('[{')) as string,
  ) as [Record<string, unknown>]
  return { resolve, write, row }
}

async function startRaw({ config, url }: Dataset, message: Omit<RawCollect, 'url' | 'poolSize'>): Promise<Running> {
  const child = fork(join(import.meta.dirname, 'raw-collect.ts'), { stdio: 'inherit', serialization: 'advanced' })
  const ready = new Promise<number>((done, fail) => {
    child.once('message', port => done(port as number))
    child.once('exit', () => fail(new Error('The raw server ended early.')))
  })
  child.send({ url, poolSize: config.databasePool, ...message })
  return {
    origin: `http://localhost:${await ready}`,
    async stop() {
      const ended = new Promise(done => child.once('exit', done))
      child.kill('SIGTERM')
      await ended
    },
  }
}

export async function cleanUpCollect({ admin, workspaceId }: Dataset): Promise<void> {
  const { rows } = await admin.query<{ id: string }>(
    'select id from contacts where workspace_id = $1 and source = $2',
    [workspaceId, slug],
  )
  const values = [workspaceId, rows.map(row => row.id)]
  await admin.query(
    `delete from graphile_worker._private_jobs where task_id in (select id from graphile_worker._private_tasks where identifier = 'bench.none')`,
  )
  // What the bare route queued is delivered by nobody.
  await admin.query(
    `delete from event_batches b where b.workspace_id = $1 and exists (
       select from events e where e.workspace_id = b.workspace_id and e.id = b.event_ids[1] and e.contact_id = any($2::uuid[]))`,
    values,
  )
  await admin.query('delete from events where workspace_id = $1 and contact_id = any($2::uuid[])', values)
  await admin.query('delete from contact_facts where workspace_id = $1 and contact_id = any($2::uuid[])', values)
  await admin.query('delete from contacts where workspace_id = $1 and id = any($2::uuid[])', values)
  await admin.query(
    'delete from collect_keys where workspace_id = $1 and source_id in (select id from collect_sources where workspace_id = $1 and name = $2)',
    [workspaceId, slug],
  )
  await admin.query('delete from collect_sources where workspace_id = $1 and name = $2', [workspaceId, slug])
}
