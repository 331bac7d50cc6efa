import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createContact } from '../slices/customers/contacts/schema.ts'
import { rightsChanged } from '../platform/auth/rights.ts'
import type { ApiClient } from '../testing/api-client.ts'
import { aTestApp, type TestWorkspace } from '../testing/test-app.ts'

const t = await aTestApp()
let acme: TestWorkspace
let open: AbortController[]

beforeAll(async () => {
  await t.server.listen({ port: 0, host: '127.0.0.1' })
})
beforeEach(async () => {
  acme = await t.aWorkspace()
  open = []
})
afterEach(() => {
  for (const stream of open) stream.abort()
})

interface Screen {
  /** What has come so far, as text. */
  text(): string
  /** Kinds of the changes that it was told of. */
  kinds(): string[]
  isCut(): boolean
}

async function watch(client: ApiClient): Promise<Screen> {
  const stop = new AbortController()
  open.push(stop)
  const { port } = t.server.server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/live`, { headers: client.headers, signal: stop.signal })
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
  let text = ''
  let isCut = false
  const read = async () => {
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) text += chunk
    isCut = true
  }
  read().catch(() => {})
  await expect.poll(() => text).toContain('retry: 500')
  return {
    text: () => text,
    kinds: () =>
      [...text.matchAll(/event: change\ndata: (.*)\n\n/g)].flatMap(
        match => (JSON.parse(match[1]!) as { kinds: string[] }).kinds,
      ),
    isCut: () => isCut,
  }
}

async function change(workspace: TestWorkspace): Promise<string> {
  const { id } = await workspace.owner.call(createContact, { body: { name: 'Marta' } })
  await t.runJobs()
  return id
}

test('tells every screen of the workspace, within a second, what changed, and no other’s', async () => {
  const beta = await t.aWorkspace()
  const member = await acme.aMember('member')
  const [own, colleague, foreign] = [await watch(acme.owner), await watch(member.client), await watch(beta.owner)]
  const id = await change(acme)
  await expect
    .poll(() => [own.kinds(), colleague.kinds()], { timeout: 1000 })
    .toEqual([['contact.created'], ['contact.created']])
  expect(own.text()).toContain(id)
  const foreignId = await change(beta)
  await expect.poll(foreign.kinds, { timeout: 1000 }).toEqual(['contact.created'])
  expect(foreign.text()).not.toContain(id)
  expect(own.text()).not.toContain(foreignId)
})

test('listens to no workspace but the caller’s, whatever is asked for', async () => {
  const beta = await t.aWorkspace()
  const { port } = t.server.server.address() as AddressInfo
  const stop = new AbortController()
  open.push(stop)
  const asked = [`?workspaceId=${beta.id}`, `?channel=*`]
  const responses = await Promise.all(
    asked.map(query =>
      fetch(`http://127.0.0.1:${port}/api/v1/live${query}`, { headers: acme.owner.headers, signal: stop.signal }),
    ),
  )
  await change(beta)
  await change(acme)
  for (const response of responses) {
    let text = ''
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk
      if (text.includes('contact.created')) break
    }
    expect(text.match(/event: change/g)).toHaveLength(1)
  }
})

test('is refused to strangers', async () => {
  const { port } = t.server.server.address() as AddressInfo
  for (const headers of [{}, { authorization: 'Bearer rk_0' }, { cookie: 'rapport.session_token=a.b' }] as Record<
    string,
    string
  >[]) {
    expect((await fetch(`http://127.0.0.1:${port}/api/v1/live`, { headers })).status).toBe(401)
  }
})

test('is cut within about a second for a member who was removed, and goes on for the others', async () => {
  const member = await acme.aMember('member')
  const [theirs, own] = [await watch(member.client), await watch(acme.owner)]
  await pause(1200)
  expect([theirs.isCut(), own.isCut()]).toEqual([false, false])
  await t.app.db
    .updateTable('members')
    .set({ removedAt: t.clock.now() })
    .where('workspaceId', '=', acme.id)
    .where('id', '=', member.id)
    .execute()
  rightsChanged()
  await expect.poll(theirs.isCut, { timeout: 2000 }).toBe(true)
  await change(acme)
  await expect.poll(own.kinds).toEqual(['contact.created'])
  expect(theirs.kinds()).toEqual([])
})

test('is cut for an API key that was revoked', async () => {
  const key = await acme.anApiKey(['contacts:read'])
  const screen = await watch(key)
  await t.app.db.updateTable('apiKeys').set({ revokedAt: t.clock.now() }).where('workspaceId', '=', acme.id).execute()
  rightsChanged()
  await expect.poll(screen.isCut, { timeout: 2000 }).toBe(true)
})

test('works again after the database cut the connection that listens, and says that something may have been missed', async () => {
  const screen = await watch(acme.owner)
  const admin = new pg.Client({ connectionString: t.url })
  await admin.connect()
  const { rowCount } = await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'rapport live'`,
  )
  expect(rowCount).toBe(1)
  await admin.end()
  await expect.poll(screen.text, { timeout: 5000 }).toContain('event: open')
  expect(screen.isCut()).toBe(false)
  await change(acme)
  await expect.poll(screen.kinds, { timeout: 1000 }).toEqual(['contact.created'])
})
