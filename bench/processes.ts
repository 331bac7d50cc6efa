import { fork, spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Replay } from './replay.ts'
import type { Dataset } from './dataset.ts'

export interface Running {
  origin: string
  stop(): Promise<void>
}

/** The app as `npm start` runs it, in a process of its own on the same database. */
export async function startApp({ config, url }: Dataset): Promise<Running> {
  const port = await freePort()
  const child = spawn(process.execPath, [...profiling(), join(import.meta.dirname, '../src/app/cli.ts'), 'start'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: url,
      RAPPORT_DATA: config.dataFolder,
      PORT: String(port),
      RAPPORT_DEMO: 'false',
      LOG_LEVEL: 'warn',
      REQUESTS_PER_MINUTE: '0',
    },
  })
  const origin = `http://localhost:${port}`
  await untilReady(`${origin}/health/ready`, child)
  return { origin, stop: () => stop(child) }
}

/** RAPPORT_BENCH_PROFILE=FOLDER writes a CPU profile of the app there. */
function profiling(): string[] {
  const folder = process.env['RAPPORT_BENCH_PROFILE']
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : []
}

/** The bare handler that sends the recorded statements. */
export async function startRaw({ config, url }: Dataset, replays: Record<string, Replay>): Promise<Running> {
  const child = fork(join(import.meta.dirname, 'raw-server.ts'), { stdio: 'inherit', serialization: 'advanced' })
  const ready = new Promise<number>((done, fail) => {
    child.once('message', port => done(port as number))
    child.once('exit', () => fail(new Error('The raw server ended early.')))
  })
  child.send({ url, poolSize: config.databasePool, replays })
  return { origin: `http://localhost:${await ready}`, stop: () => stop(child) }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise(done => child.once('exit', done))
  child.kill('SIGTERM')
  await ended
}

async function untilReady(address: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (child.exitCode !== null) throw new Error('The app ended before it was ready.')
    const answer = await fetch(address).catch(() => null)
    if (answer?.ok) return
    await sleep(100)
  }
  throw new Error('The app was not ready within 30 s.')
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise(done => server.close(done))
  return port
}
