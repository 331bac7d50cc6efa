import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import type { DestinationStream } from 'pino'
import { afterAll, inject } from 'vitest'
import { compose, createLogger, jobs, type Composed } from '../app/compose.ts'
import { createHttp } from '../app/http.ts'
import { eventChecks } from '../kernel/event.ts'
import { newId } from '../kernel/ids.ts'
import type { Clock } from '../kernel/time.ts'
import { loadConfig } from '../platform/config.ts'
import type { App } from '../platform/context.ts'
import { createClient } from '../platform/db/connect.ts'
import { runDueJobs } from '../platform/jobs/worker.ts'
import { databaseUrl, templateName } from './database-server.ts'
import { readTwice } from './second-reading.ts'
import { makeWorkspace, type TestWorkspace } from './workspaces.ts'

export type { TestWorkspace } from './workspaces.ts'

readTwice()

/** The clock of tests: it stands still until moved. */
export class FixedClock implements Clock {
  #now: Date

  constructor(now: string) {
    this.#now = new Date(now)
  }

  now(): Date {
    return new Date(this.#now)
  }

  set(now: string): void {
    this.#now = new Date(now)
  }

  advance(milliseconds: number): void {
    this.#now = new Date(this.#now.getTime() + milliseconds)
  }
}

export interface TestApp {
  app: App
  server: FastifyInstance
  url: string
  clock: FixedClock
  /** A new workspace with its owner's client. */
  aWorkspace(settings?: {
    name?: string
    country?: string
    currency?: string
    timeZone?: string
  }): Promise<TestWorkspace>
  /** Runs all jobs that are due, deliveries of events among them. */
  runJobs(): Promise<void>
  close(): Promise<void>
}

/** `log` receives what the app logs, line by line; by default it is silent. */
export async function createTestApp(env: Record<string, string> = {}, log?: DestinationStream): Promise<TestApp> {
  eventChecks.areOn = true
  const serverUrl = inject('serverUrl')
  const name = `test_${newId().replaceAll('-', '')}`
  await admin(serverUrl, client => client.query(`create database ${name} template ${templateName}`))
  const url = databaseUrl(serverUrl, name)
  const dataFolder = await mkdtemp(join(tmpdir(), 'rapport-test-data-'))
  const config = loadConfig({
    RAPPORT_DATA: dataFolder,
    REQUESTS_PER_MINUTE: '0',
    LOG_LEVEL: 'silent',
    DATABASE_POOL: '5',
    ...env,
  })
  const clock = new FixedClock('2026-03-02T10:00:00Z')
  const composed: Composed = await compose(config, url, createLogger(config.logLevel, log), clock)
  const server = await createHttp(composed.app)
  await server.ready()
  return {
    app: composed.app,
    server,
    url,
    clock,
    aWorkspace: settings => makeWorkspace(composed.app, server, settings),
    runJobs: () => runDueJobs(composed.app, url, jobs),
    async close() {
      await server.close()
      await composed.close()
      await rm(dataFolder, { recursive: true, force: true })
      await dropDatabase(serverUrl, name)
    },
  }
}

/** For all tests of a file, which awaits it outside of them. */
export async function aTestApp(...given: Parameters<typeof createTestApp>): Promise<TestApp> {
  const t = await createTestApp(...given)
  afterAll(() => t.close())
  return t
}

async function admin<T>(serverUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = createClient(databaseUrl(serverUrl, 'postgres'), 'rapport test')
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Drops a database; a connection that somebody left open is a fault of theirs. */
async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const left = await admin(serverUrl, async client => {
    const { rows } = await client.query<{ name: string }>(
      `select application_name as name from pg_stat_activity where datname = $1 and backend_type = 'client backend'`,
      [name],
    )
    await client.query(`drop database ${name} with (force)`)
    return rows.map(row => row.name || 'one without a name')
  })
  if (left.length > 0) throw new Error(`Connections were left open when the test app closed: ${left.join(', ')}`)
}
