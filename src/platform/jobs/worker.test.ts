import { sql } from 'kysely'
import pg from 'pg'
import { z } from 'zod'
import { beforeEach, expect, test } from 'vitest'
import { aTestApp } from '../../testing/test-app.ts'
import { metrics } from '../http/metrics.ts'
import { addJob } from './add-job.ts'
import { defineJob } from './jobs.ts'
import { runDueJobs, startWorker } from './worker.ts'

const t = await aTestApp()
let ran: number[]

beforeEach(() => {
  ran = []
})

const note = defineJob({
  name: 'test.note',
  payload: z.object({ number: z.int() }),
  async run(_app, { number }) {
    ran.push(number)
  },
})

test('of waiting jobs with the same key the last runs, once', async () => {
  await addJob(t.app, note.name, { number: 1 }, { key: 'one' })
  await addJob(t.app, note.name, { number: 2 }, { key: 'one' })
  await addJob(t.app, note.name, { number: 3 })
  await runDueJobs(t.app, t.url, [note])
  expect(ran.sort()).toEqual([2, 3])
})

test('a job of a transaction that is rolled back does not run', async () => {
  const work = t.app.db.transaction().execute(async tx => {
    await addJob({ db: tx }, note.name, { number: 4 })
    throw new Error('no')
  })
  await expect(work).rejects.toThrow('no')
  await runDueJobs(t.app, t.url, [note])
  expect(ran).toEqual([])
})

test('monitoring hears of each job and how it ended', async () => {
  const job = defineJob({
    ...note,
    name: 'test.counted',
    async run(_app, { number }) {
      if (number === 2) throw new Error('no')
    },
  })
  for (const number of [1, 1, 2]) await addJob(t.app, job.name, { number })
  await runDueJobs(t.app, t.url, [job])
  const told = await metrics.metrics()
  expect(told).toContain('jobs_total{job="test.counted",outcome="done"} 2')
  expect(told).toContain('jobs_total{job="test.counted",outcome="failed"} 1')
  await sql`delete from graphile_worker._private_jobs`.execute(t.app.db)
})

test('work that fails while newer work has got its key is tried again, and not parked', async () => {
  const again = defineJob({
    ...note,
    async run(app, { number }) {
      ran.push(number)
      if (ran.length > 1) return
      await addJob(app, note.name, { number: 2 }, { key: 'one' })
      throw new Error('The connection is gone.')
    },
  })
  await addJob(t.app, note.name, { number: 1 }, { key: 'one' })
  await runDueJobs(t.app, t.url, [again])
  expect(ran).toEqual([1, 2])
  const worker = await startWorker(t.app, t.url, [again], 1)
  await expect.poll(() => ran, { timeout: 25_000 }).toEqual([1, 2, 1])
  await worker.stop()
  const left = sql<{ count: number }>`select count(*)::int as count from graphile_worker.jobs`
  expect((await left.execute(t.app.db)).rows).toEqual([{ count: 0 }])
})

test('jobs of a queue run one after another', async () => {
  const told: string[] = []
  const slow = defineJob({
    ...note,
    async run(app) {
      told.push('begins')
      await sql`select pg_sleep(0.2)`.execute(app.db)
      told.push('ends')
    },
  })
  for (const number of [1, 2]) await addJob(t.app, slow.name, { number }, { queue: 'one' })
  const worker = await startWorker(t.app, t.url, [slow], 2)
  await expect.poll(() => told.length, { timeout: 25_000 }).toBe(4)
  await worker.stop()
  expect(told).toEqual(['begins', 'ends', 'begins', 'ends'])
})

test('work goes on after every connection of the worker was cut, what it had taken included', async () => {
  const admin = new pg.Client({ connectionString: t.url })
  await admin.connect()
  const worker = await startWorker(t.app, t.url, [note], 2)
  for (let cut = 0; cut < 3; cut++) {
    await addJob(t.app, note.name, { number: 10 + cut })
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'rapport %'`,
    )
    await addJob(t.app, note.name, { number: 20 + cut })
  }
  await expect.poll(() => new Set(ran).size, { timeout: 25_000 }).toBe(6)
  const left = () => admin.query('select count(*)::int as count from graphile_worker.jobs')
  await expect.poll(async () => (await left()).rows[0].count, { timeout: 25_000 }).toBe(0)
  await worker.stop()
  await admin.end()
})
