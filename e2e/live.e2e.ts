import { afterAll, beforeAll, expect, test } from 'vitest'
import { createServer } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { makeOwner, startApp, type AppProcess } from '../src/testing/app-process.ts'
import { launchBrowser, newContext } from './browser.ts'

let folder: string
let port: number
let app: AppProcess
let browser: Browser
let cookie: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-e2e-'))
  port = await freePort()
  ;[app, browser] = await Promise.all([startApp(folder, { PORT: String(port) }), launchBrowser()])
  cookie = await makeOwner(app)
})
afterAll(async () => {
  await browser.close()
  await app.stop()
  await rm(folder, { recursive: true, force: true })
})

async function create(name: string): Promise<void> {
  const response = await fetch(`${app.url}/api/v1/contacts`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  })
  expect(response.status).toBe(201)
}

test('after the server was gone and came back, screens catch up by themselves', async () => {
  const context = await newContext(browser, app.url)
  const [name, value] = [cookie.slice(0, cookie.indexOf('=')), cookie.slice(cookie.indexOf('=') + 1)]
  await context.addCookies([{ name, value, url: app.url }])
  const page = await context.newPage()
  await page.goto('/contacts')
  await page.getByText('Contacts appear here').waitFor()
  await create('Before the fall')
  await page.getByRole('row').filter({ hasText: 'Before the fall' }).waitFor({ timeout: 5000 })

  await app.kill()
  await page.getByText('Reconnecting').waitFor({ timeout: 20_000 })
  app = await startApp(folder, { PORT: String(port) })
  await create('While it was away')
  await page.getByRole('row').filter({ hasText: 'While it was away' }).waitFor({ timeout: 20_000 })
  await page.getByText('Reconnecting').waitFor({ state: 'hidden' })
  await create('Afterwards')
  await page.getByRole('row').filter({ hasText: 'Afterwards' }).waitFor({ timeout: 5000 })
  await context.close()
})

test('tabs of one person share one connection, and another takes over when it closes', async () => {
  const context = await newContext(browser, app.url)
  const [name, value] = [cookie.slice(0, cookie.indexOf('=')), cookie.slice(cookie.indexOf('=') + 1)]
  await context.addCookies([{ name, value, url: app.url }])
  const connections: string[] = []
  context.on('request', request => {
    if (request.url().endsWith('/api/v1/live')) connections.push(request.url())
  })
  const tabs = []
  for (let tab = 0; tab < 8; tab++) {
    const page = await context.newPage()
    await page.goto('/contacts')
    await page.getByRole('row').filter({ hasText: 'Afterwards' }).waitFor()
    tabs.push(page)
  }
  expect(connections).toHaveLength(1)
  await create('Seen in the last tab')
  await tabs[7]!.getByRole('row').filter({ hasText: 'Seen in the last tab' }).waitFor({ timeout: 5000 })
  await tabs[0]!.close()
  await expect.poll(() => connections.length).toBe(2)
  await create('After the first tab')
  await tabs[7]!.getByRole('row').filter({ hasText: 'After the first tab' }).waitFor({ timeout: 5000 })
  await context.close()
})

function freePort(): Promise<number> {
  return new Promise(done => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
}
