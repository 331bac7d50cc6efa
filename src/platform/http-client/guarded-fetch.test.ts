import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { guardedFetch } from './guarded-fetch.ts'
import { outgoingRules } from './outgoing-rules.ts'

const seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = []
let hungUp = 0
const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  seen.push({ method: request.method!, url: request.url!, headers: request.headers, body })
  response.on('close', () => {
    if (!response.writableFinished) hungUp++
  })
  answer(request, response)
})

function answer({ url = '/' }: IncomingMessage, response: ServerResponse): void {
  const path = new URL(url, 'http://x').pathname
  if (path === '/hello') response.end('hello')
  else if (path === '/huge') stream(response, 64 * 1024, 0)
  else if (path === '/drip') stream(response, 1, 20)
  else if (path === '/bomb') response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(20_000_000)))
  else if (path === '/empty') response.writeHead(204).end()
  else if (path === '/to')
    response
      .writeHead(Number(new URL(url, 'http://x').searchParams.get('status') ?? 302), {
        location: new URL(url, 'http://x').searchParams.get('at')!,
      })
      .end('moved')
  else if (path === '/break') response.write('half', () => response.destroy())
}

async function stream(response: ServerResponse, size: number, pause: number): Promise<void> {
  const chunk = Buffer.alloc(size, 'x')
  while (!response.destroyed) {
    if (!response.write(chunk)) await Promise.race([new Promise(done => response.once('drain', done)), sleep(200)])
    await sleep(pause)
  }
}

let port: number
let base: string
beforeAll(async () => {
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
  base = `http://127.0.0.1:${port}`
})
afterAll(() => {
  server.closeAllConnections()
  return new Promise(done => server.close(done))
})
beforeEach(() => {
  seen.length = 0
  hungUp = 0
})

const strict = outgoingRules('')
const loopback = outgoingRules('127.0.0.1')

describe('refuses what is not public (attack 24)', () => {
  it.each([
    'http://127.0.0.1:PORT/hello',
    'http://127.1:PORT/hello',
    'http://0x7f.1:PORT/hello',
    'http://2130706433:PORT/hello',
    'http://017700000001:PORT/hello',
    'http://①②⑦.0.0.1:PORT/hello',
    'http://[::ffff:7f00:1]:PORT/hello',
    'http://[::ffff:127.0.0.1]:PORT/hello',
    'http://[64:ff9b::7f00:1]:PORT/hello',
    'http://[::1]:PORT/hello',
    'http://0:PORT/hello',
    'http://[::]:PORT/hello',
    'http://localhost:PORT/hello',
    'http://localhost.:PORT/hello',
    'http://169.254.169.254/latest/meta-data/',
    'https://10.0.0.1/',
  ])('%s', async url => {
    const call = guardedFetch(url.replace('PORT', String(port)), {}, { rules: strict })
    await expect(call).rejects.toMatchObject({ name: 'AppError', code: 'invalid', message: /private or reserved/ })
    expect(seen).toEqual([])
  })
})

describe('pins the address that it checked', () => {
  const answering = (...answers: string[][]) => {
    const asked: string[] = []
    const lookup = async (hostname: string) => {
      asked.push(hostname)
      return (answers[asked.length - 1] ?? []).map(address => ({ address, family: 4 }))
    }
    return { asked, rules: { ...loopback, lookup } }
  }

  it('asks for the name once and connects to that answer', async () => {
    const { asked, rules } = answering(['127.0.0.1'], ['127.0.0.2'])
    const response = await guardedFetch(`http://rebind.test:${port}/hello`, {}, { rules })
    expect(await response.text()).toBe('hello')
    expect(asked).toEqual(['rebind.test'])
    expect(seen[0]!.headers.host).toBe(`rebind.test:${port}`)
  })

  it.each([[['127.0.0.2']], [['127.0.0.1', '127.0.0.2']], [['::ffff:127.0.0.2']]])(
    'refuses a name that leads to %s',
    async addresses => {
      const { rules } = answering(addresses)
      const call = guardedFetch(`http://rebind.test:${port}/hello`, {}, { rules })
      await expect(call).rejects.toMatchObject({ code: 'invalid' })
      expect(seen).toEqual([])
    },
  )

  it('says when the name is not found', async () => {
    const call = guardedFetch('https://nowhere.test/', {}, { rules: answering([]).rules })
    await expect(call).rejects.toMatchObject({ code: 'unavailable', message: /nowhere\.test was not found/ })
  })
})

describe('redirects (attack 25)', () => {
  const to = (at: string, status = 302) => `${base}/to?status=${status}&at=${encodeURIComponent(at)}`

  it('are not followed unless asked for', async () => {
    const response = await guardedFetch(to('http://169.254.169.254/'), {}, { rules: loopback })
    expect(response.status).toBe(302)
    expect(seen).toHaveLength(1)
  })

  it.each([
    'http://169.254.169.254/',
    'http://127.0.0.2/',
    'http://[::1]/',
    'file:///etc/passwd',
    'gopher://x/',
    'http://u:p@127.0.0.1/',
  ])('to %s are refused even then', async at => {
    await expect(guardedFetch(to(at), {}, { rules: loopback, maxRedirects: 5 })).rejects.toMatchObject({
      code: 'invalid',
    })
    expect(seen).toHaveLength(1)
  })

  it('are followed up to the limit', async () => {
    const two = to(to('/hello'))
    expect(await (await guardedFetch(two, {}, { rules: loopback, maxRedirects: 2 })).text()).toBe('hello')
    await expect(guardedFetch(two, {}, { rules: loopback, maxRedirects: 1 })).rejects.toMatchObject({
      code: 'unavailable',
    })
  })

  it('drop credentials for another origin and the body of a POST', async () => {
    const twin = { ...loopback, lookup: async () => [{ address: '127.0.0.1', family: 4 }] }
    const init = {
      method: 'POST',
      body: '{}',
      headers: { authorization: 'Bearer x', cookie: 'a=b', 'content-type': 'application/json', 'x-kept': '1' },
    }
    await guardedFetch(to(`http://twin.test:${port}/hello`), init, { rules: twin, maxRedirects: 1 })
    expect(seen[1]).toMatchObject({ method: 'GET', body: '', headers: { 'x-kept': '1' } })
    expect(seen[1]!.headers).not.toHaveProperty('authorization')
    expect(seen[1]!.headers).not.toHaveProperty('cookie')
    expect(seen[1]!.headers).not.toHaveProperty('content-type')
    await guardedFetch(to('/hello', 307), init, { rules: twin, maxRedirects: 1 })
    expect(seen[3]).toMatchObject({ method: 'POST', body: '{}', headers: { authorization: 'Bearer x' } })
  })

  it('do not send a stream twice', async () => {
    const init = { method: 'PUT', body: Readable.from([Buffer.from('x')]), duplex: 'half' as const }
    await expect(guardedFetch(to('/hello', 307), init, { rules: loopback, maxRedirects: 1 })).rejects.toMatchObject({
      code: 'unavailable',
    })
  })
})

describe('other schemes, huge and slow answers (attack 26)', () => {
  it.each([
    'file:///etc/passwd',
    'gopher://example.com/',
    'ftp://example.com/',
    'data:text/plain,x',
    'javascript:1',
    'nonsense',
    '',
    '//example.com',
    'https://user:pass@example.com/',
  ])('refuses %s', async url => {
    await expect(guardedFetch(url, {}, { rules: loopback })).rejects.toMatchObject({ code: 'invalid' })
  })

  it('stops reading at the limit and hangs up', async () => {
    const response = await guardedFetch(`${base}/huge`, {}, { rules: loopback, maxBytes: 100_000 })
    await expect(response.arrayBuffer()).rejects.toMatchObject({ code: 'too-large' })
    await expect.poll(() => hungUp).toBe(1)
  })

  it('counts what comes out of compression', async () => {
    const response = await guardedFetch(`${base}/bomb`, {}, { rules: loopback, maxBytes: 100_000 })
    await expect(response.arrayBuffer()).rejects.toMatchObject({ code: 'too-large' })
  })

  it('gives up on an answer that never starts, and on one that never ends', async () => {
    const limits = { rules: loopback, timeoutMs: 150 }
    await expect(guardedFetch(`${base}/never`, {}, limits)).rejects.toMatchObject({
      code: 'unavailable',
      message: /within 0.15 s/,
    })
    const response = await guardedFetch(`${base}/drip`, {}, limits)
    await expect(response.text()).rejects.toMatchObject({ code: 'unavailable', message: /within 0.15 s/ })
    await expect.poll(() => hungUp).toBe(2)
  })

  it('passes on the reason of a caller who gives up', async () => {
    const reason = new Error('stopped')
    const response = await guardedFetch(`${base}/drip`, { signal: AbortSignal.timeout(10_000) }, { rules: loopback })
    await response.body!.cancel()
    await expect.poll(() => hungUp).toBe(1)
    const caller = new AbortController()
    setTimeout(() => caller.abort(reason), 50)
    await expect(guardedFetch(`${base}/never`, { signal: caller.signal }, { rules: loopback })).rejects.toBe(reason)
  })

  it('says what could not be reached', async () => {
    await expect(guardedFetch('http://127.0.0.1:1/', {}, { rules: loopback })).rejects.toMatchObject({
      code: 'unavailable',
    })
    const response = await guardedFetch(`${base}/break`, {}, { rules: loopback })
    await expect(response.text()).rejects.toMatchObject({
      code: 'unavailable',
      message: new RegExp(`127.0.0.1:${port}`),
    })
  })
})

it('answers as fetch does otherwise', async () => {
  const response = await guardedFetch(`${base}/hello`, { method: 'POST', body: 'x' }, { rules: loopback })
  expect([response.status, await response.text()]).toEqual([200, 'hello'])
  expect(seen[0]).toMatchObject({ method: 'POST', body: 'x', headers: { 'user-agent': 'Rapport' } })
  expect((await guardedFetch(`${base}/empty`, {}, { rules: loopback })).status).toBe(204)
})
