import { EventEmitter, once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import {
  Logger as WorkerLogger,
  parseCronItems,
  run,
  runOnce,
  type Runner,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker'
import type pg from 'pg'
import type { App } from '../context.ts'
import { createClient, Pool } from '../db/connect.ts'
import { keyed } from './add-job.ts'
import { countJob } from '../http/metrics.ts'
import type { Job } from './jobs.ts'

export interface Worker {
  stop(): Promise<void>
}

const presence = 'rapport worker '
/** Longer than the age from which `releaseOrphans` counts a lock. */
const retryAfter = 1500

/**
 * Runs jobs in this process until stopped. Jobs that a killed process had taken are released first, and every 30 s.
 * When a connection to the database is lost, a new runner follows the old one and frees what that may have taken
 * without hearing of it.
 */
export async function startWorker(app: App, url: string, jobs: Job[], concurrency: number): Promise<Worker> {
  const pool = createWorkerPool(app, url, concurrency + 3)
  const connections = watchConnections(pool)
  const events: WorkerEvents = new EventEmitter()
  const orphans = releaseOrphans(app, url)
  events.on('pool:create', ({ workerPool }) => void orphans.announce(workerPool.id))
  const begin = async () => {
    await orphans.release()
    return run({
      pgPool: pool,
      concurrency,
      noHandleSignals: true,
      logger: loggerOf(app),
      taskList: taskListOf(app, jobs),
      parsedCronItems: parseCronItems(
        jobs.flatMap(job =>
          job.schedule ? [{ task: job.name, match: job.schedule, options: { backfillPeriod: 0 } }] : [],
        ),
      ),
      preset: {
        worker: {
          pollInterval: 1000,
          localQueue: { size: Math.max(concurrency * 4, 8), ttl: 10_000 },
          completeJobBatchDelay: 5,
          failJobBatchDelay: 5,
        },
      },
      events,
    })
  }
  let runner: Runner | null = await begin()
  const stopRunner = async () => runner?.stop().catch(() => {})
  const stopping = new AbortController()
  const stopped = once(stopping.signal, 'abort')
  const supervised = (async () => {
    while (!stopping.signal.aborted) {
      await Promise.race([runner?.promise.catch(() => {}), connections.lost(), stopped])
      if (stopping.signal.aborted) return
      app.log.warn('background work was interrupted; it begins again')
      await setTimeout(retryAfter, undefined, { signal: stopping.signal }).catch(() => {})
      await stopRunner()
      await orphans.announce('')
      runner = await begin().catch(() => null)
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await stopRunner()
      await supervised
      await stopRunner()
      await orphans.stop()
      await pool.close()
    },
  }
}

/** Runs all jobs that are due, in this process, and returns; for tests and commands. */
export async function runDueJobs(app: App, url: string, jobs: Job[]): Promise<void> {
  const pool = createWorkerPool(app, url, 3)
  await runOnce({ pgPool: pool, noHandleSignals: true, logger: loggerOf(app), taskList: taskListOf(app, jobs) })
  await pool.close()
}

function createWorkerPool(app: App, url: string, size: number): Pool {
  return new Pool(url, { max: size, application_name: 'rapport jobs' }, error =>
    app.log.warn({ error: String(error) }, 'a job connection was lost'),
  )
}

/** Tells when a connection of `pool` broke off. */
function watchConnections(pool: pg.Pool): { lost(): Promise<void> } {
  let next = Promise.withResolvers<void>()
  pool.on('connect', client => client.on('error', () => next.resolve()))
  return {
    async lost() {
      await next.promise
      next = Promise.withResolvers()
    },
  }
}

/**
 * Each worker holds one connection whose name says which locks are its own. Locks of workers without such a connection
 * belong to processes that are gone.
 */
function releaseOrphans(app: App, url: string) {
  let client: pg.Client | undefined
  let workerId: string | undefined
  let isStopped = false
  let again: NodeJS.Timeout | undefined
  const connected = async (): Promise<pg.Client> => {
    if (client) return client
    const next = createClient(url, workerId ? presence + workerId : 'rapport jobs')
    const forget = () => {
      if (client !== next) return
      client = undefined
      again ??= globalThis.setTimeout(() => void release(), 500)
    }
    next.on('error', forget)
    next.on('end', forget)
    await next.connect()
    return (client = next)
  }
  const release = async () => {
    if (isStopped) return
    clearTimeout(again)
    again = undefined
    try {
      const client = await connected()
      const { rows } = await client.query<{ worker: string }>(
        `select distinct locked_by as worker from graphile_worker._private_jobs where locked_by like 'pool-%' and locked_at < now() - interval '1 second'
           and not exists (select from pg_stat_activity where datname = current_database() and application_name = $1 || locked_by)`,
        [presence],
      )
      const workers = rows.map(row => row.worker)
      // Work whose key was given to newer work counts as tried for the last time: it gets its tries, once.
      await client.query(
        `update graphile_worker._private_jobs set attempts = least(1, max_attempts - 1), flags = null, run_at = now()
         where key is null and flags ? $2 and attempts >= max_attempts and (locked_by is null or locked_by = any($1))`,
        [workers, keyed],
      )
      if (workers.length === 0) return
      await client.query('select graphile_worker.force_unlock_workers($1::text[])', [workers])
    } catch (error) {
      app.log.warn({ error: String(error) }, 'could not look for jobs of stopped workers; trying again')
      again ??= globalThis.setTimeout(() => void release(), 500)
    }
  }
  const timer = setInterval(() => void release(), 30_000)
  return {
    release,
    /** Holds the locks of this pool from now on, and no other's. */
    async announce(poolId: string) {
      workerId = poolId
      await client?.query(`select set_config('application_name', $1, false)`, [presence + poolId]).catch(() => {})
    },
    async stop() {
      isStopped = true
      clearInterval(timer)
      clearTimeout(again)
      await client?.end().catch(() => {})
    },
  }
}

function taskListOf(app: App, jobs: Job[]): TaskList {
  return Object.fromEntries(
    jobs.map(job => [
      job.name,
      async (payload, helpers) => {
        try {
          const parsed = job.payload.parse(job.schedule ? {} : payload)
          await job.run(app, parsed, helpers.abortSignal ?? new AbortController().signal)
        } catch (error) {
          countJob(job.name, 'failed')
          throw error
        }
        countJob(job.name, 'done')
      },
    ]),
  )
}

function loggerOf(app: App): WorkerLogger {
  return new WorkerLogger(() => (level, message) => {
    if (level === 'error') app.log.error({ job: true }, message)
    else if (level === 'warning') app.log.warn({ job: true }, message)
    else app.log.trace({ job: true }, message)
  })
}
