import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { databaseUrl, templateName } from '../../../testing/database-server.ts'
import { createTestApp, type TestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import { createContact } from '../../../slices/customers/contacts/schema.ts'
import { readBackup } from './read-backup.ts'
import { writeBackup } from './write-backup.ts'

let t: TestApp
let acme: TestWorkspace
let emptyUrl: string
let admin: pg.Client

beforeAll(async () => {
  t = await createTestApp()
  acme = await t.aWorkspace()
  for (let index = 0; index < 50; index++) {
    await acme.owner.call(createContact, {
      body: { name: `Žofie ${index}\\n"quoted"`, email: `z${index}@example.com` },
    })
  }
  admin = new pg.Client({ connectionString: databaseUrl(inject('serverUrl'), 'postgres') })
  await admin.connect()
  await admin.query(`create database backup_target template ${templateName}`)
  emptyUrl = databaseUrl(inject('serverUrl'), 'backup_target')
})
afterAll(async () => {
  await admin.query('drop database if exists backup_target with (force)')
  await admin.end()
  await t.close()
})

test('a backup restored into an empty database backs up to the same bytes, waiting work included', async () => {
  const first = await buffer((await writeBackup(t.url)).stream)
  const cut = new PassThrough()
  cut.end(first.subarray(0, first.length - 200))
  await expect(readBackup(emptyUrl, cut)).rejects.toMatchObject({ code: 'unprocessable' })

  const counts = await readBackup(emptyUrl, Readable.from([first]))
  expect(counts.rows).toBeGreaterThan(200)
  const second = await buffer((await writeBackup(emptyUrl)).stream)
  expect(rowsOf(second)).toEqual(rowsOf(first))
  await expect(readBackup(emptyUrl, Readable.from([first]))).rejects.toMatchObject({ code: 'conflict' })
})

/** What a backup holds of each table; where the pieces of a table end does not matter. */
function rowsOf(backup: Buffer): Record<string, string> {
  let rest = gunzipSync(backup)
  const tables: Record<string, string> = {}
  while (rest.length > 0) {
    const end = rest.indexOf(10)
    const { table, bytes = 0 } = JSON.parse(rest.subarray(0, end).toString()) as { table?: string; bytes?: number }
    rest = rest.subarray(end + 1)
    if (table) tables[table] = (tables[table] ?? '') + rest.subarray(0, bytes).toString('latin1')
    rest = rest.subarray(bytes)
  }
  return tables
}
