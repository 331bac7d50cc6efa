import { gzipSync } from 'node:zlib'
import { createServer, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from './browser.ts'
import { startSite, type Site } from './site.ts'

/** A shop on another origin, whose visitors the app hears of: through its own snippet and through Segment's client. */
const root = join(import.meta.dirname, '..')
const segment = join(root, 'node_modules/@segment/analytics-next/dist/umd')
let site: Site
let shop: Server
let shopUrl: string
let source: { id: string; writeKey: string }

beforeAll(async () => {
  site = await startSite()
  source = await site.api('POST', '/collect/sources', { name: 'Shop' })
  shop = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://shop')
    if (pathname.startsWith('/segment/')) {
      response.setHeader('content-type', 'text/javascript')
      return response.end(await readFile(join(segment, pathname.slice('/segment/'.length))).catch(() => ''))
    }
    response.setHeader('content-type', 'text/html')
    response.end(searchParams.has('segment') ? segmentPage() : snippetPage(searchParams.get('consent') ?? 'always'))
  }).listen(0, '127.0.0.1')
  await once(shop, 'listening')
  shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`
})
afterAll(async () => {
  shop.close()
  await site.close()
})

const snippetPage = (consent: string) => `<!doctype html><title>Mugs</title>
  <script>window.rapport=window.rapport||function(){(rapport.q=rapport.q||[]).push(arguments)};rapport('track','Early',{a:1})</script>
  <script async src="${site.app.url}/collect.js" data-key="${source.writeKey}" data-consent="${consent}"></script><h1>Mugs</h1>`

const segmentPage = () => `<!doctype html><title>Segment</title><script src="/segment/index.js"></script>
  <script>window.analytics = AnalyticsNext.AnalyticsBrowser.load({ writeKey: '${source.writeKey}', cdnURL: '${site.app.url}' })</script>`

interface Recent {
  kind: string
  contactId: string | null
  contactName: string | null
  data: { name?: string; url?: string; properties?: Record<string, unknown> }
}
const recent = async () => (await site.api<{ items: Recent[] }>('GET', `/collect/sources/${source.id}/recent`)).items
const names = async () => (await recent()).map(one => one.data.name ?? one.kind)

async function visit(path: string, init?: (page: Page) => Promise<void>): Promise<Page> {
  // What says that it is headless counts as a robot.
  const userAgent =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
  const context = await site.browser.newContext({ baseURL: shopUrl, userAgent })
  const page = await context.newPage()
  await init?.(page)
  await page.goto(path)
  return page
}
const call = (page: Page, ...args: unknown[]) =>
  page.evaluate(given => (window as unknown as { rapport: (...all: unknown[]) => void }).rapport(...given), args)

test('the snippet is at most 5 kB', async () => {
  const answer = await fetch(`${site.app.url}/collect.js`)
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
  const code = Buffer.from(await answer.arrayBuffer())
  expect(gzipSync(code).length).toBeLessThan(5 * 1024)
  const again = await fetch(`${site.app.url}/collect.js`, { headers: { 'if-none-match': answer.headers.get('etag')! } })
  expect(again.status).toBe(304)
})

test('a visit through the snippet: what was said before it loaded, pages without loading, the last word, and who it was', async () => {
  const page = await visit('/')
  await expect.poll(names, { timeout: 15_000 }).toEqual(expect.arrayContaining(['Early', 'Mugs']))
  await page.evaluate(() => history.pushState({}, '', '/mug/7?utm_source=news'))
  await expect.poll(async () => (await recent()).map(one => one.data.url)).toContain(`${shopUrl}/mug/7?utm_source=news`)
  await call(page, 'track', 'Added to cart', { sku: 'M7' })
  await page.goto(`${shopUrl}/account`)
  await expect.poll(names).toContain('Added to cart')
  await call(page, 'identify', 'user-1', { email: 'marta@x.example', name: 'Marta Nováková' })
  await expect
    .poll(async () => new Set((await recent()).map(one => one.contactName)))
    .toEqual(new Set(['Marta Nováková']))
  const contacts = (await site.api<{ items: { name: string }[] }>('GET', '/contacts')).items
  expect(contacts.map(one => one.name)).toEqual(['Marta Nováková'])
  await page.context().close()
})

test('a visitor whose browser says no, or who was not asked yet, leaves nothing behind', async () => {
  const before = (await recent()).length
  const page = await visit(
    '/',
    async shown =>
      void (await shown.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }))),
  )
  await expect.poll(async () => (await recent()).length, { timeout: 15_000 }).toBe(before + 2)
  expect((await recent()).slice(0, 2).map(one => one.contactId)).toEqual([null, null])
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  const asked = await visit('/?consent=after-consent')
  await expect.poll(async () => (await recent()).length, { timeout: 15_000 }).toBe(before + 4)
  expect(await asked.evaluate(() => localStorage.length)).toBe(0)
  await call(asked, 'consent', true)
  await call(asked, 'track', 'Agreed')
  await expect
    .poll(async () => (await recent())[0])
    .toMatchObject({ data: { name: 'Agreed' }, contactName: expect.stringMatching(/^Visitor/) })
  await page.context().close()
  await asked.context().close()
})

test('what cannot be sent waits until it can', async () => {
  const page = await visit('/')
  await expect.poll(() => page.evaluate(() => localStorage.getItem('rapport.queue')), { timeout: 15_000 }).toBeNull()
  await page.route('**/v1/batch', route => route.abort())
  await call(page, 'track', 'While offline')
  await page.waitForTimeout(500)
  expect(await page.evaluate(() => localStorage.getItem('rapport.queue'))).toContain('While offline')
  expect(await names()).not.toContain('While offline')
  await page.unroute('**/v1/batch')
  await expect.poll(names, { timeout: 15_000 }).toContain('While offline')
  await page.context().close()
})

test('the Segment client for browsers, unmodified', async () => {
  const page = await visit('/?segment')
  await page.evaluate(async () => {
    const { analytics } = window as unknown as { analytics: Record<string, (...args: unknown[]) => Promise<unknown>> }
    await analytics['page']!('Home')
    await analytics['track']!('Order Completed', { order_id: 'S-1', total: 12.5, currency: 'EUR' })
    await analytics['identify']!('user-2', { email: 'eva@x.example', firstName: 'Eva' })
    await analytics['track']!('Signed Up', { plan: 'pro' })
  })
  await expect
    .poll(names, { timeout: 15_000 })
    .toEqual(expect.arrayContaining(['Home', 'Order Completed', 'Signed Up']))
  await expect.poll(async () => (await recent()).find(one => one.data.name === 'Home')?.contactName).toBe('Eva')
  const orders = (
    await site.api<{ items: { number: string; amount: number; contactName: string }[] }>('GET', '/orders')
  ).items
  expect(orders).toMatchObject([{ number: 'S-1', amount: 1250, contactName: 'Eva' }])
  await page.context().close()
})
