import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { databaseUrl } from '../../testing/database-server.ts'
import { migrate, migrationsFolder } from './migrate.ts'

let folder: string
let admin: pg.Client
const name = `migrate_${process.pid}`
const url = databaseUrl(inject('serverUrl'), name)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-migrations-'))
  await cp(migrationsFolder, folder, { recursive: true })
  admin = new pg.Client({ connectionString: databaseUrl(inject('serverUrl'), 'postgres') })
  await admin.connect()
  await admin.query(`create database ${name}`)
})
afterEach(async () => {
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
  await rm(folder, { recursive: true })
})

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

test('of several migrators at once one works and the others find it done', async () => {
  const ran = await Promise.all([migrate(url, folder), migrate(url, folder), migrate(url, folder)])
  expect(ran.filter(names => names.length > 0)).toHaveLength(1)
  expect(await migrate(url, folder)).toEqual([])
})

test('a long transaction in the way is said in one sentence, after 2 s, and nothing was changed', async () => {
  await migrate(url, folder)
  await writeFile(
    join(folder, '9999_more.sql'),
    'create table more (id int);\nalter table contacts add column more text;',
  )
  const client = await connect()
  await client.query('begin')
  await client.query('select from contacts')
  await expect(migrate(url, folder)).rejects.toMatchObject({
    code: 'unavailable',
    message:
      '9999_more.sql could not get a lock within 2 s because the database is busy; nothing was changed. Try again.',
  })
  await client.query('commit')
  const { rows } = await client.query<{ more: string | null }>(`select to_regclass('more')::text as more`)
  expect(rows[0]!.more).toBeNull()
  await client.end()
  expect(await migrate(url, folder)).toEqual(['9999_more.sql'])
})

test('a file that fails leaves nothing of itself, and one that was changed after it ran is refused', async () => {
  await migrate(url, folder)
  const file = join(folder, '9999_more.sql')
  await writeFile(file, 'create table more (id int);\nselect 1 / 0;')
  await expect(migrate(url, folder)).rejects.toThrow('9999_more.sql failed: division by zero')
  await writeFile(file, 'create table more (id int);')
  expect(await migrate(url, folder)).toEqual(['9999_more.sql'])
  await writeFile(file, 'create table more (id bigint);')
  await expect(migrate(url, folder)).rejects.toMatchObject({ code: 'conflict' })
})

test('rights that are missing are said in one sentence', async () => {
  const role = `weak_${process.pid}`
  await admin.query(`create role ${role} login password 'weak'`)
  const weak = new URL(url)
  weak.username = role
  weak.password = 'weak'
  await expect(migrate(weak.href, folder)).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('Make it the owner of the database.'),
  })
  await admin.query(`drop role ${role}`)
})
