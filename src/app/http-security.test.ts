import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp, type TestWorkspace } from '../testing/test-app.ts'
import { docsPage } from './docs-page.ts'

let t: TestApp
let acme: TestWorkspace

beforeAll(async () => {
  t = await createTestApp()
  acme = await t.aWorkspace()
})
afterAll(() => t.close())

describe('headers', () => {
  const isBuilt = existsSync(join(import.meta.dirname, '../../dist/web/index.html'))
  const pages = ['/api/docs', '/api/openapi.json', '/api/v1/contacts', '/api/v1/nothing', '/health/live']

  test.each([...pages, ...(isBuilt ? ['/', '/contacts/any'] : [])])('%s', async url => {
    const { headers } = await acme.owner.request('GET', url)
    const policy = String(headers['content-security-policy'])
    for (const part of ["default-src 'self'", "script-src 'self'", "object-src 'none'", "frame-ancestors 'none'"])
      expect(policy.split(';')).toContain(part)
    expect(policy).not.toMatch(/script-src[^;]*unsafe|\*|https?:/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'SAMEORIGIN',
    })
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })

  test('what the API answers is kept by nobody on the way', async () => {
    const { headers } = await acme.owner.request('GET', '/api/v1/contacts')
    expect(headers['cache-control']).toMatch(/private|no-store|no-cache/)
  })

  test('HTTPS alone is asked for once it is configured', async () => {
    expect((await acme.owner.request('GET', '/health/live')).headers['strict-transport-security']).toBeUndefined()
    const secure = await createTestApp({ RAPPORT_ORIGIN: 'https://crm.example' })
    const answer = await secure.server.inject({ url: '/health/live' })
    expect(answer.headers['strict-transport-security']).toContain('max-age=')
    await secure.close()
  })
})

test('no other method or origin opens the API to a browser of another site', async () => {
  const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' }
  const preflight = await acme.owner.request('OPTIONS', '/api/v1/contacts', undefined, headers)
  expect(preflight.status).toBe(404)
  expect(preflight.headers['access-control-allow-origin']).toBeUndefined()
})

test('the page of documentation escapes what it shows', () => {
  const nasty = '<script>alert(1)</script>"\'&'
  const operation = {
    tags: ['contacts'],
    summary: nasty,
    'x-permission': nasty,
    parameters: [{ name: nasty, in: 'query', required: true, description: nasty, schema: { enum: [nasty] } }],
    responses: { 200: { content: { json: { schema: { properties: { [nasty]: { const: nasty } } } } } } },
  }
  const info = { title: 'Rapport', version: '1', description: nasty }
  const page = docsPage({ info, paths: { [`/${nasty}`]: { get: operation } } })
  expect(page).not.toContain('<script')
})

test('no file writes markup by hand, where React would escape it', () => {
  const root = join(import.meta.dirname, '..')
  const byHand =
    /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write\(|\beval\(|new Function\(/
  const found = globSync('**/*.{ts,tsx}', { cwd: root }).filter(
    file => !/\.test\.tsx?$/.test(file) && byHand.test(readFileSync(join(root, file), 'utf8')),
  )
  expect(found).toEqual([])
})

describe('many requests', () => {
  test('are refused with the time to wait, for each address of its own, whatever X-Forwarded-For says', async () => {
    const limited = await createTestApp({ REQUESTS_PER_MINUTE: '5' })
    const ask = (remoteAddress: string, headers = {}) =>
      limited.server.inject({ url: '/api/v1/session', remoteAddress, headers })
    for (let at = 0; at < 5; at++)
      expect((await ask('203.0.113.7', { 'x-forwarded-for': `198.51.100.${at}` })).statusCode).toBe(401)
    const refused = await ask('203.0.113.7', { 'x-forwarded-for': '198.51.100.9' })
    expect(refused.statusCode).toBe(429)
    expect(refused.json()).toMatchObject({ code: 'too-many-requests' })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask('203.0.113.8')).statusCode).toBe(401)
    await limited.close()
  })

  test('are counted by the address that a trusted proxy names', async () => {
    const behind = await createTestApp({ REQUESTS_PER_MINUTE: '2', TRUST_PROXY: '1' })
    const ask = (from: string) =>
      behind.server.inject({
        url: '/api/v1/session',
        remoteAddress: '10.0.0.1',
        headers: { 'x-forwarded-for': `9.9.9.9, ${from}` },
      })
    for (const from of ['198.51.100.1', '198.51.100.1', '198.51.100.2']) expect((await ask(from)).statusCode).toBe(401)
    expect((await ask('198.51.100.1')).statusCode).toBe(429)
    await behind.close()
  })
})

test('metrics are for whoever has the token, where there is one', async () => {
  const guarded = await createTestApp({ METRICS_TOKEN: 'a-token-for-metrics' })
  const ask = async (authorization?: string) =>
    (await guarded.server.inject({ url: '/metrics', headers: authorization ? { authorization } : {} })).statusCode
  expect([await ask(), await ask('Bearer wrong'), await ask('Bearer a-token-for-metrics')]).toEqual([401, 401, 200])
  await guarded.close()
})
