import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createConnection, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import * as contacts from '../slices/customers/contacts/schema.ts'
import { databaseUrl } from '../testing/database-server.ts'
import { createTestApp, type TestApp, type TestWorkspace } from '../testing/test-app.ts'

let t: TestApp
let acme: TestWorkspace
let admin: pg.Client

beforeAll(async () => {
  t = await createTestApp()
  acme = await t.aWorkspace()
  admin = new pg.Client({ connectionString: t.url })
  await admin.connect()
})
afterAll(async () => {
  await admin.end()
  await t.close()
  if (disk === null) return
  execFileSync('umount', ['--lazy', disk])
  rmSync(disk, { recursive: true })
})

const create = (name: string) => acme.owner.try(contacts.createContact, { body: { name } })

test('requests are answered again right after every connection was cut', async () => {
  for (let cut = 0; cut < 5; cut++) {
    await Promise.all([create('A'), create('B'), create('C')])
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    )
    const during = await Promise.all([create('D'), create('E')])
    expect(during.filter(({ status }) => status !== 201 && status !== 503)).toEqual([])
    await expect.poll(async () => (await create('F')).status).toBe(201)
  }
})

test('a request in flight when the app is stopped is answered, and new ones are not taken', async () => {
  const stopping = await createTestApp()
  const workspace = await stopping.aWorkspace()
  const { id } = await workspace.owner.call(contacts.createContact, { body: { name: 'Marta' } })
  await stopping.server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = stopping.server.server.address() as AddressInfo
  const blocker = new pg.Client({ connectionString: stopping.url })
  await blocker.connect()
  await blocker.query('begin')
  await blocker.query('select from contacts where id = $1 for update', [id])
  const inFlight = fetch(`http://127.0.0.1:${port}/api/v1/contacts/${id}`, {
    method: 'PATCH',
    headers: { ...workspace.owner.headers, 'content-type': 'application/json' },
    body: '{"name":"Nora"}',
  })
  const isWaiting = async () =>
    (
      await blocker.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
    ).rowCount
  await expect.poll(isWaiting).toBe(1)
  const closed = stopping.server.close()
  await expect.poll(() => canConnect(port)).toBe(false)
  await blocker.query('commit')
  const answer = await inFlight
  expect([answer.status, ((await answer.json()) as { name: string }).name]).toEqual([200, 'Nora'])
  await closed
  await blocker.end()
  await stopping.close()
})

test('open live streams end at once when the app is stopped', async () => {
  const stopping = await createTestApp()
  const workspace = await stopping.aWorkspace()
  await stopping.server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = stopping.server.server.address() as AddressInfo
  const stream = await fetch(`http://127.0.0.1:${port}/api/v1/live`, { headers: workspace.owner.headers })
  expect(stream.status).toBe(200)
  const heard = stream.text()
  const began = Date.now()
  await stopping.server.close()
  expect(await heard).toContain('retry:')
  expect(Date.now() - began).toBeLessThan(3000)
  await stopping.close()
})

function canConnect(port: number): Promise<boolean> {
  return new Promise(done => {
    const socket = createConnection({ port, host: '127.0.0.1' }, () => {
      socket.destroy()
      done(true)
    })
    socket.once('error', () => done(false))
  })
}

/** A small disk of its own, in memory; null where this user may not make one. */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'ignore' })
    chmodSync(folder, 0o777)
    return folder
  } catch {
    rmSync(folder, { recursive: true })
    return null
  }
}

const disk = smallDisk()

test.skipIf(disk === null)(
  'a full disk is said clearly, nothing acknowledged is lost, and reading goes on',
  { timeout: 60_000 },
  async () => {
    const server = new pg.Client({ connectionString: databaseUrl(inject('serverUrl'), 'postgres') })
    await server.connect()
    const { rows: settings } = await server.query<{ folder: string }>(
      `select current_setting('data_directory') as folder`,
    )
    const { uid, gid } = statSync(settings[0]!.folder)
    const location = join(disk!, 'space')
    mkdirSync(location)
    chownSync(location, uid, gid)
    await server.query(`create tablespace small_disk location '${location}'`)
    await admin.query('alter table contacts set tablespace small_disk')
    const acknowledged: string[] = []
    let refusal: { status: number; body: any } | undefined
    for (let at = 0; refusal === undefined && at < 300; at++) {
      const items = Array.from({ length: 50 }, (_, number) => ({
        name: `Contact ${at}.${number}`,
        jobTitle: 'x'.repeat(200),
      }))
      const answer = await acme.owner.try(contacts.contactEndpoints.save, { body: { items } })
      if (answer.status === 200) acknowledged.push(...answer.body.items.map((item: { id: string }) => item.id))
      else refusal = answer
    }
    expect(refusal).toMatchObject({
      status: 503,
      body: { detail: expect.stringContaining('disk of the database is full') },
    })
    expect((await acme.owner.try(contacts.listContacts, { query: { limit: 200 } })).status).toBe(200)
    const { rows } = await admin.query<{ id: string }>('select id from contacts where id = any($1)', [acknowledged])
    expect(rows.length).toBe(acknowledged.length)
    await admin.query('alter table contacts set tablespace pg_default')
    expect((await create('After')).status).toBe(201)
    await server.query('drop tablespace small_disk')
    await server.end()
  },
)
