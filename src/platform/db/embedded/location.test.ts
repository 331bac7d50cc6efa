import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { chooseDatabaseUser } from './database-user.ts'
import { isRoot, makeFolder, query } from './embedded.fixture.ts'
import { type EmbeddedDatabase, startEmbedded } from './embedded.ts'
import { makeLocation, makeSocketFolder } from './location.ts'

const base = makeFolder()

afterAll(() => rmSync(base, { recursive: true, force: true }))

test('a name in the temporary folder that leads elsewhere is not used for the socket', () => {
  const root = join(base, 'root'.repeat(20))
  const user = chooseDatabaseUser(root)
  const first = makeSocketFolder(root, user)
  rmSync(first, { recursive: true })
  mkdirSync(join(base, 'elsewhere'))
  symlinkSync(join(base, 'elsewhere'), first)
  const second = makeSocketFolder(root, user)
  expect(second).not.toBe(first)
  expect(statSync(second).mode & 0o777).toBe(0o700)
  for (const path of [first, second]) rmSync(path, { recursive: true })
})

describe.runIf(isRoot)('as root, with a folder that the server’s user cannot get into', () => {
  const folder = join(base, 'home/clone/.rapport')
  const places: string[] = []

  async function start(): Promise<EmbeddedDatabase> {
    const database = await startEmbedded({ folder })
    places.push(join(database.dataFolder, '..'))
    return database
  }

  mkdirSync(join(base, 'home'), { mode: 0o700 })
  afterAll(() => {
    for (const place of places) rmSync(place, { recursive: true, force: true })
  })

  test('the data is kept in a shared place, and found again by the pointer left in the folder', async () => {
    const first = await start()
    await query(first.url, 'create table kept as select 42 as answer')
    await first.stop()
    expect(first.dataFolder.startsWith('/var/lib/rapport/')).toBe(true)
    expect(readFileSync(join(folder, 'postgres.location'), 'utf8')).toBe(`${join(first.dataFolder, '..')}\n`)

    const second = await start()
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
    await second.stop()
  })

  test('a folder deleted by hand means a fresh start, and the data left behind is kept', async () => {
    rmSync(folder, { recursive: true })
    const fresh = await start()
    expect(await query(fresh.url, `select to_regclass('kept') as kept`)).toEqual([{ kept: null }])
    await fresh.stop()
    expect(existsSync(join(places[0] ?? '', 'data'))).toBe(true)
    expect(fresh.dataFolder).not.toBe(join(places[0] ?? '', 'data'))
  })

  test('the data folder itself is opened for passing through, so that a private new one holds its own data', async () => {
    const own = join(base, 'private')
    mkdirSync(own, { mode: 0o700 })
    const database = await startEmbedded({ folder: own })
    expect(database.dataFolder).toBe(join(own, 'postgres/data'))
    expect(statSync(own).mode & 0o777).toBe(0o701)
    await database.stop()
  })

  test('a pointer to a place that is gone is said, not started over', async () => {
    for (const place of places.splice(0)) rmSync(place, { recursive: true, force: true })
    await expect(start()).rejects.toThrow(/which is not there\. Bring it back, or delete that file/)
  })

  test('data that root unpacked is handed to the server’s user', async () => {
    const open = join(base, 'open')
    const { location, user } = makeLocation(open, () => {})
    const first = await startEmbedded({ folder: open })
    await first.stop()
    execFileSync('chown', ['-R', '0:0', location.data])
    const second = await startEmbedded({ folder: open })
    expect(statSync(location.data).uid).toBe(user.ids?.uid)
    await second.stop()
  })
})

describe.skipIf(isRoot)('as an ordinary user', () => {
  test('a folder that may not be written is said in one sentence', async () => {
    mkdirSync(join(base, 'locked'))
    chmodSync(join(base, 'locked'), 0o500)
    await expect(startEmbedded({ folder: join(base, 'locked/data') })).rejects.toThrow(
      /^Rapport may not use .*locked.* \(EACCES\)\. Start it as the user/,
    )
  })
})
