import { execFileSync, spawn } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { makeFolder, query, startInProcess, until } from './embedded.fixture.ts'
import { type EmbeddedDatabase, startEmbedded } from './embedded.ts'
import { findPostmaster } from './postmaster.ts'
import { isRunning, startOf } from './process-table.ts'

const base = makeFolder()
const running: EmbeddedDatabase[] = []
const lines: string[] = []

async function start(name: string): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ folder: join(base, name), log: line => lines.push(line) })
  running.push(database)
  return database
}

afterEach(async () => {
  for (const database of running.splice(0)) await database.stop()
})

afterAll(() => rmSync(base, { recursive: true, force: true }))

test('after kill -9 of Rapport the next start adopts the server, and stops it in the end', async () => {
  const killed = await startInProcess(join(base, 'adopt'))
  await query(killed.url, 'create table kept as select 42 as answer')
  killed.process.kill('SIGKILL')
  await killed.exited

  const database = await start('adopt')
  const pid = findPostmaster(database.dataFolder) ?? 0
  expect(database.adopted).toBe(true)
  expect(await query(database.url, 'select answer from kept')).toEqual([{ answer: 42 }])
  await database.stop()
  expect(isRunning(pid)).toBe(false)
})

test('a server left behind that does not answer is replaced', async () => {
  const killed = await startInProcess(join(base, 'silent'))
  killed.process.kill('SIGKILL')
  await killed.exited
  rmSync(join(new URL(killed.url).searchParams.get('host') ?? '', '.s.PGSQL.5432'))

  const database = await start('silent')
  expect(database.adopted).toBe(false)
  expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a server killed under load comes back by itself with every acknowledged row, three times', async () => {
  const database = await start('load')
  await query(database.url, 'create table written (id int primary key)')
  const pool = new pg.Pool({ connectionString: database.url, max: 4 })
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  const acknowledged: number[] = []
  let next = 1
  let writing = true
  const writers = Array.from({ length: 4 }, async () => {
    while (writing) {
      const id = next++
      const done = await pool.query('insert into written values ($1)', [id]).then(
        () => true,
        () => false,
      )
      if (done) acknowledged.push(id)
      else await new Promise(resolve => setTimeout(resolve, 20))
    }
  })
  for (let kill = 0; kill < 3; kill++) {
    const before = acknowledged.length
    expect(await until(() => acknowledged.length > before + 50, 10_000)).toBe(true)
    process.kill(findPostmaster(database.dataFolder) ?? 0, 'SIGKILL')
  }
  const before = acknowledged.length
  expect(await until(() => acknowledged.length > before + 50, 10_000)).toBe(true)
  writing = false
  await Promise.all(writers)
  const found = new Set((await pool.query('select id from written')).rows.map(row => row.id))
  await pool.end()
  expect(acknowledged.filter(id => !found.has(id))).toEqual([])
  expect(lines.filter(line => line.startsWith('PostgreSQL stopped unexpectedly'))).toHaveLength(3)
})

test('an adopted server that is killed comes back too', async () => {
  const killed = await startInProcess(join(base, 'adopted'))
  killed.process.kill('SIGKILL')
  await killed.exited
  const database = await start('adopted')
  process.kill(findPostmaster(database.dataFolder) ?? 0, 'SIGKILL')
  const answers = () =>
    query(database.url, 'select 1').then(
      () => true,
      () => false,
    )
  expect(await until(answers, 10_000)).toBe(true)
})

test('stopping while the killed server is being started again leaves nothing running', async () => {
  const database = await start('stopping')
  process.kill(findPostmaster(database.dataFolder) ?? 0, 'SIGKILL')
  await database.stop()
  expect(findPostmaster(database.dataFolder)).toBeUndefined()
})

test('both killed at once, in the middle of long queries: the next start recovers', async () => {
  const killed = await startInProcess(join(base, 'both'))
  await query(killed.url, 'create table kept as select 42 as answer')
  const busy = query(killed.url, 'select count(*) from generate_series(1, 1000000000)').catch(() => {})
  await until(
    async () => (await query(killed.url, 'select from pg_stat_activity where state = $$active$$')).length > 1,
    5_000,
  )
  process.kill(findPostmaster(join(base, 'both/postgres/data')) ?? 0, 'SIGKILL')
  killed.process.kill('SIGKILL')
  await killed.exited

  const database = await start('both')
  await busy
  expect(database.adopted).toBe(false)
  expect(await query(database.url, 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('pid files that name a zombie or a process of somebody else do not stand in the way', async () => {
  const database = await start('stale')
  const pidFile = readFileSync(join(database.dataFolder, 'postmaster.pid'), 'utf8')
  await database.stop()
  const shell = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 30'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const zombie = await new Promise<number>(resolve => shell.stdout.once('data', chunk => resolve(Number(chunk))))
  expect(await until(() => !isRunning(zombie), 2_000)).toBe(true)
  expect(execFileSync('ps', ['-o', 'stat=', '-p', String(zombie)], { encoding: 'utf8' })).toMatch(/^Z/)

  for (const pid of [zombie, shell.pid ?? 0]) {
    writeFileSync(join(database.dataFolder, 'postmaster.pid'), pidFile.replace(/^\d+/, String(pid)))
    writeFileSync(join(base, 'stale/postgres/rapport.pid'), JSON.stringify({ pid, startedAt: 'long ago' }))
    const again = await start('stale')
    expect(again.adopted).toBe(false)
    await again.stop()
  }
  expect(startOf(shell.pid ?? 0)).toBeDefined()
  shell.kill()
})
