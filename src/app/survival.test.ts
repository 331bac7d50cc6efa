import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freePort, makeOwner, runCli, startApp, type AppProcess } from '../testing/app-process.ts'

/** The real app with its embedded database, as processes that are killed. */
let folder: string
let app: AppProcess | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport survival '))
})
afterEach(async () => {
  if (app?.child.exitCode === null) await app.stop()
  await rm(folder, { recursive: true, force: true })
})

const get = async (url: string, cookie: string): Promise<any> => {
  const response = await fetch(url, { headers: { cookie } })
  const body = await response.json()
  if (!response.ok) throw new Error(`${response.status} ${JSON.stringify(body)}`)
  return body
}

/** Creates contacts in four clients until told to stop, and remembers those that were acknowledged. */
function createUntilStopped(url: string, cookie: string) {
  const acknowledged: string[] = []
  const refused = new Map<number, number>()
  let isOver = false
  let number = 0
  const client = async () => {
    while (!isOver) {
      const body = JSON.stringify({ name: `Contact ${number++}` })
      const headers = { cookie, 'content-type': 'application/json' }
      const signal = AbortSignal.timeout(15_000)
      const answer = await fetch(`${url}/api/v1/contacts`, { method: 'POST', headers, body, signal })
        .then(async response => ({ status: response.status, body: (await response.json()) as { id: string } }))
        .catch(() => null)
      if (answer?.status === 201) acknowledged.push(answer.body.id)
      else {
        if (answer) refused.set(answer.status, (refused.get(answer.status) ?? 0) + 1)
        await setTimeout(50)
      }
    }
  }
  const clients = [client(), client(), client(), client()]
  return {
    acknowledged,
    refused,
    async until(count: number) {
      const wanted = acknowledged.length + count
      while (acknowledged.length < wanted) await setTimeout(20)
    },
    async stop() {
      isOver = true
      await Promise.all(clients)
    },
  }
}

async function listAll(url: string, cookie: string): Promise<Set<string>> {
  const ids = new Set<string>()
  for (let cursor = ''; ;) {
    const page = await get(`${url}/api/v1/contacts?limit=200${cursor && `&cursor=${cursor}`}`, cookie)
    for (const item of page.items) ids.add(item.id)
    if (page.nextCursor === null) return ids
    cursor = page.nextCursor
  }
}

async function postmasterOf(data: string): Promise<number> {
  const pointer = join(data, 'postgres.location')
  const root = existsSync(pointer) ? (await readFile(pointer, 'utf8')).trim() : data
  const found = execFileSync('find', [root, '-maxdepth', '4', '-name', 'postmaster.pid'], { encoding: 'utf8' })
  return Number((await readFile(found.split('\n')[0]!, 'utf8')).split('\n')[0])
}

test(
  'PostgreSQL is killed three times under load: what was acknowledged is there, and all goes on',
  { timeout: 180_000 },
  async () => {
    app = await startApp(folder)
    const cookie = await makeOwner(app)
    const load = createUntilStopped(app.url, cookie)
    for (let kill = 0; kill < 3; kill++) {
      await load.until(40)
      process.kill(await postmasterOf(folder), 'SIGKILL')
      await load.until(40)
    }
    await load.stop()
    const kept = await listAll(app.url, cookie)
    expect(load.acknowledged.filter(id => !kept.has(id))).toEqual([])
    expect([...load.refused.keys()].filter(status => status !== 503)).toEqual([])
    const work = () => get(`${app!.url}/api/v1/jobs`, cookie)
    await expect.poll(work, { timeout: 60_000 }).toMatchObject({ waiting: 0, running: 0, undelivered: 0, parked: 0 })
    expect(await app.stop()).toBe(0)
  },
)

test(
  'the app is killed under load: the next start recovers by itself with nothing lost',
  { timeout: 180_000 },
  async () => {
    const PORT = await freePort()
    app = await startApp(folder, { PORT })
    const cookie = await makeOwner(app)
    const load = createUntilStopped(app.url, cookie)
    await load.until(60)
    await app.kill()
    await load.stop()
    app = await startApp(folder, { PORT })
    const kept = await listAll(app.url, cookie)
    expect(load.acknowledged.filter(id => !kept.has(id))).toEqual([])

    const key = await runCli(folder, ['api-key', '--scopes', 'contacts:read'])
    expect(key.code).toBe(0)
    const headers = { authorization: `Bearer ${key.stdout.trim()}` }
    expect((await fetch(`${app.url}/api/v1/contacts?limit=1`, { headers })).status).toBe(200)
    expect(await app.stop()).toBe(0)

    const doctor = await runCli(folder, ['doctor'])
    expect(doctor.stdout).not.toContain('WRONG')
    expect(doctor.code).toBe(0)
  },
)

test(
  'the app is killed while events come in: those acknowledged are on the timeline, once, though all are sent again',
  { timeout: 180_000 },
  async () => {
    const PORT = await freePort()
    app = await startApp(folder, { PORT })
    const cookie = await makeOwner(app)
    const made = await fetch(`${app.url}/api/v1/collect/sources`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Shop', kind: 'server' }),
    })
    const { writeKey } = (await made.json()) as { writeKey: string }
    const send = (messageId: string) =>
      fetch(`${app!.url}/v1/track`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${writeKey}:`)}`, 'content-type': 'application/json' },
        body: JSON.stringify({ messageId, userId: 'u1', event: 'Clicked', timestamp: new Date().toISOString() }),
      }).then(
        response => response.status,
        () => 0,
      )
    const acknowledged: string[] = []
    const sent: string[] = []
    let isOver = false
    const client = async (name: string) => {
      for (let number = 0; !isOver; number++) {
        const messageId = `${name}-${number}`
        sent.push(messageId)
        if ((await send(messageId)) === 200) acknowledged.push(messageId)
      }
    }
    const clients = ['a', 'b', 'c', 'd'].map(client)
    while (acknowledged.length < 200) await setTimeout(20)
    await app.kill()
    isOver = true
    await Promise.all(clients)
    app = await startApp(folder, { PORT })
    expect(await Promise.all(sent.map(send))).toEqual(sent.map(() => 200))
    const { items } = await get(`${app.url}/api/v1/contacts?limit=10`, cookie)
    const events: { kind: string }[] = []
    for (let cursor = ''; ;) {
      const page = await get(`${app.url}/api/v1/contacts/${items[0].id}/timeline?limit=200${cursor}`, cookie)
      events.push(...page.items)
      if (page.nextCursor === null) break
      cursor = `&cursor=${page.nextCursor}`
    }
    expect(items).toHaveLength(1)
    expect(events.filter(({ kind }) => kind === 'product.tracked')).toHaveLength(sent.length)
    expect(await app.stop()).toBe(0)
  },
)

test('a backup of the running app, restored into another folder, exports the same', { timeout: 180_000 }, async () => {
  app = await startApp(folder)
  const cookie = await makeOwner(app)
  const headers = { cookie, 'content-type': 'application/json' }
  const items = Array.from({ length: 300 }, (_, at) => ({
    name: `Žofie "${at}"\\n`,
    email: `z${at}@example.com`,
    tagIds: [],
  }))
  const saved = await fetch(`${app.url}/api/v1/contacts/bulk`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ items }),
  })
  expect(saved.status).toBe(200)
  const key = (await runCli(folder, ['api-key', '--scopes', 'contacts:read,contacts:export'])).stdout.trim()
  const exported = async (url: string) => {
    const response = await fetch(`${url}/api/v1/contacts/export?format=jsonl`, {
      headers: { authorization: `Bearer ${key}` },
    })
    return [response.status, await response.text()]
  }
  const before = await exported(app.url)
  expect(before[0]).toBe(200)
  const file = join(folder, 'all.backup')
  expect(await runCli(folder, ['backup', file])).toMatchObject({ code: 0, stdout: expect.stringContaining('Wrote') })
  await app.stop()

  const other = await mkdtemp(join(tmpdir(), 'rapport survival '))
  expect(await runCli(other, ['restore', file])).toMatchObject({ code: 0 })
  expect(await runCli(other, ['restore', file])).toMatchObject({ code: 1, stderr: expect.stringContaining('empty') })
  app = await startApp(other)
  expect(await exported(app.url)).toEqual(before)
  await app.stop()
  await rm(other, { recursive: true })
})

test('commands explain themselves and refuse what they do not know', { timeout: 90_000 }, async () => {
  const [all, one, unknown, option, config, away] = await Promise.all([
    runCli(folder, ['--help']),
    runCli(folder, ['restore', '--help']),
    runCli(folder, ['dance']),
    runCli(folder, ['migrate', '--loud']),
    runCli(folder, ['migrate'], { PORT: 'many' }),
    runCli(folder, ['migrate'], { DATABASE_URL: 'postgres://localhost:1/none' }),
  ])
  expect(all).toMatchObject({ code: 0, stdout: expect.stringContaining('backup FILE') })
  expect(one).toMatchObject({ code: 0, stdout: expect.stringContaining('All or nothing') })
  expect(unknown).toMatchObject({ code: 2 })
  expect(option).toMatchObject({ code: 2 })
  expect(config).toMatchObject({ code: 1, stderr: expect.stringContaining('PORT') })
  expect(away).toMatchObject({ code: 1, stderr: expect.stringContaining('nothing listens there') })
})
