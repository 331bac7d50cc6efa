import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { makeFolder, query, startInProcess, until } from './embedded.fixture.ts'
import { type EmbeddedDatabase, type EmbeddedOptions, findEmbedded, startEmbedded } from './embedded.ts'
import { findPostmaster } from './postmaster.ts'

const base = makeFolder()
const running: EmbeddedDatabase[] = []

async function start(name: string, options: Omit<EmbeddedOptions, 'folder'> = {}): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ folder: join(base, name), ...options })
  running.push(database)
  return database
}

afterEach(async () => {
  for (const database of running.splice(0)) await database.stop()
})

afterAll(() => rmSync(base, { recursive: true, force: true }))

test('starts from nothing, stops, and starts a second time with the data kept', async () => {
  const first = await start('plain')
  await query(first.url, 'create table kept as select 42 as answer')
  await first.stop()
  expect(findPostmaster(first.dataFolder)).toBeUndefined()

  const second = await start('plain')
  expect(second.adopted).toBe(false)
  expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('keeps its data in the folder, sorts by the builtin C.UTF-8, and listens on a private socket only', async () => {
  const { url, dataFolder } = await start('shape')
  expect(dataFolder).toBe(join(base, 'shape/postgres/data'))
  const [row] = await query(
    url,
    `select datlocprovider as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding,
      current_setting('listen_addresses') as addresses, current_setting('jit') as jit, current_user as user
      from pg_database where datname = 'rapport'`,
  )
  expect(row).toEqual({
    provider: 'b',
    locale: 'C.UTF-8',
    encoding: 'UTF8',
    addresses: '',
    jit: 'off',
    user: 'rapport',
  })
  const socketFolder = new URL(url).searchParams.get('host') ?? ''
  expect(statSync(socketFolder).mode & 0o777).toBe(0o700)
  expect(statSync(socketFolder).uid).toBe(statSync(dataFolder).uid)
  expect(statSync(dataFolder).uid).not.toBe(0)
})

test('has the extensions the customer tables need', async () => {
  const { url } = await start('shape')
  const names = ['pg_trgm', 'unaccent', 'citext', 'btree_gin', 'fuzzystrmatch']
  for (const name of names) await query(url, `create extension if not exists ${name}`)
  expect(await query(url, `select unaccent('é') as plain, similarity('anna', 'ana') > 0.3 as similar`)).toEqual([
    { plain: 'e', similar: true },
  ])
})

test('a folder with a very long path gets a short private socket elsewhere', async () => {
  const { url, dataFolder } = await start(`long/${'a folder with a name/'.repeat(8)}end`)
  const socketFolder = new URL(url).searchParams.get('host') ?? ''
  expect(socketFolder.startsWith(base)).toBe(false)
  expect(dataFolder.startsWith(base)).toBe(true)
  expect(statSync(socketFolder).mode & 0o777).toBe(0o700)
  rmSync(socketFolder, { recursive: true })
})

test('does not heed the PG… variables of the environment', async () => {
  const env = {
    PGPORT: '1',
    PGHOST: '/nowhere',
    PGSSLMODE: 'require',
    PGDATABASE: 'other',
    PGDATA: '/nowhere',
    PGUSER: 'x',
  }
  const rapport = await startInProcess(
    join(base, 'environment'),
    'setTimeout(() => database.stop().then(() => process.exit()), 50)',
    env,
  )
  expect(await rapport.exited).toBe(0)
})

test('settings replace the defaults; a server that was left running with others is started anew', async () => {
  const killed = await startInProcess(join(base, 'settings'))
  killed.process.kill('SIGKILL')
  await killed.exited
  const database = await start('settings', { settings: { work_mem: '3MB' } })
  expect(database.adopted).toBe(false)
  expect(await query(database.url, 'show work_mem')).toEqual([{ work_mem: '3MB' }])
})

test('a wrong setting is named in the error', async () => {
  await expect(start('wrong', { settings: { work_memory: '3MB' } })).rejects.toThrow(
    /PostgreSQL could not start: .*work_memory/,
  )
})

test('two folders at once do not meet', async () => {
  const [one, other] = await Promise.all([start('one'), start('other')])
  await query(one.url, 'create table only_here ()')
  await expect(query(other.url, 'table only_here')).rejects.toThrow('does not exist')
})

test('the folder of a live Rapport is refused in one sentence, and its database can be found', async () => {
  const folder = join(base, 'taken')
  expect(await findEmbedded(folder)).toBeUndefined()
  const rapport = await startInProcess(folder)
  await expect(startEmbedded({ folder })).rejects.toThrow(
    `Rapport is already running on ${folder} (process ${rapport.pid}); stop it first, or set RAPPORT_DATA to another folder.`,
  )
  expect(await findEmbedded(folder)).toBe(rapport.url)
  rapport.process.kill('SIGKILL')
  await rapport.exited
  expect(await findEmbedded(folder)).toBeUndefined()
  expect((await start('taken')).adopted).toBe(true)
})

test('a Rapport that is just stopping is waited for', async () => {
  const folder = join(base, 'restart')
  const rapport = await startInProcess(folder, `process.once('SIGTERM', () => setTimeout(() => process.exit(), 1_000))`)
  rapport.process.kill('SIGTERM')
  await start('restart')
  expect(await rapport.exited).toBe(0)
})

test('of several that start at once on a folder one wins', async () => {
  const folder = join(base, 'race')
  const tries = await Promise.allSettled([1, 2, 3].map(() => startInProcess(folder)))
  const won = tries.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []))
  const lost = tries.flatMap(result => (result.status === 'rejected' ? [String(result.reason)] : []))
  expect(won).toHaveLength(1)
  for (const reason of lost) expect(reason).toContain('Rapport is already running on')
  won[0]?.process.kill('SIGKILL')
  await won[0]?.exited
  await start('race')
})

test('a process that exits without stopping takes the server with it', async () => {
  const rapport = await startInProcess(join(base, 'exit'), 'setTimeout(() => process.exit(3), 50)')
  expect(await rapport.exited).toBe(3)
  expect(await until(() => findPostmaster(join(base, 'exit/postgres/data')) === undefined, 5_000)).toBe(true)
  expect(readdirSync(join(base, 'exit/postgres'))).not.toContain('rapport.pid')
})

test('a set-up that was killed half way is done again', async () => {
  mkdirSync(join(base, 'half/postgres/data.draft/base'), { recursive: true })
  const { url } = await start('half')
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(existsSync(join(base, 'half/postgres/data.draft'))).toBe(false)
})

test('data of another PostgreSQL version is left alone, and said', async () => {
  const data = join(base, 'older/postgres/data')
  mkdirSync(data, { recursive: true })
  writeFileSync(join(data, 'PG_VERSION'), '15\n')
  await expect(start('older')).rejects.toThrow(/was made by PostgreSQL 15 and this Rapport brings 17/)
  expect(readFileSync(join(data, 'PG_VERSION'), 'utf8')).toBe('15\n')
})

test('a folder that holds something else is left alone, and said', async () => {
  mkdirSync(join(base, 'something/postgres/data'), { recursive: true })
  writeFileSync(join(base, 'something/postgres/data/letter.txt'), 'dear')
  await expect(start('something')).rejects.toThrow(/is not a PostgreSQL data folder/)
})
