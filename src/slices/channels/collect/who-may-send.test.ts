import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createTestApp } from '../../../testing/test-app.ts'
import * as schema from './schema.ts'
import { t, acme, source, basic, rotateKey, send, events, contacts, setUp } from './collect.fixture.ts'

setUp()

describe('who may send', () => {
  test('an unknown key is refused, wherever it stands', async () => {
    for (const authorization of ['', 'Basic', basic('nope'), 'Basic !!!', `Bearer ${source.writeKey}`])
      expect((await send('track', { event: 'A', userId: 'u' }, { authorization })).statusCode).toBe(401)
    expect((await send('track', { event: 'A', userId: 'u', writeKey: 7 }, { authorization: '' })).statusCode).toBe(401)
    expect(await events()).toEqual([])
  })

  test('a replaced key and that of a deleted source stop working at once; a stopped source takes nothing', async () => {
    const old = source.writeKey
    await rotateKey()
    expect((await send('track', { event: 'A', userId: 'u' }, { authorization: basic(old) })).statusCode).toBe(401)
    expect((await send('track', { event: 'A', userId: 'u' })).statusCode).toBe(200)
    await acme.owner.call(schema.changeSource, { params: { id: source.id }, body: { isEnabled: false } })
    expect((await send('track', { event: 'B', userId: 'u' })).statusCode).toBe(200)
    expect(await events()).toHaveLength(1)
    await acme.owner.call(schema.deleteSource, { params: { id: source.id } })
    expect((await send('track', { event: 'C', userId: 'u' })).statusCode).toBe(401)
  })

  test('a key brings nothing into another workspace', async () => {
    const beta = await t.aWorkspace()
    const other = await beta.owner.call(schema.createSource, { body: { name: 'Other' } })
    await send(
      'identify',
      { userId: 'u', traits: { email: 'a@x.example' }, workspaceId: acme.id },
      { authorization: basic(other.writeKey) },
    )
    expect(await contacts()).toEqual([])
  })

  test('only the allowed sites', async () => {
    await acme.owner.call(schema.changeSource, {
      params: { id: source.id },
      body: { allowedOrigins: ['shop.example'] },
    })
    const from = (origin: string) => send('track', { event: 'A', userId: 'u' }, { origin })
    expect((await from('https://shop.example')).statusCode).toBe(200)
    expect((await from('https://evil.example')).statusCode).toBe(403)
    expect(await events()).toHaveLength(1)
    const preflight = await t.server.inject({
      method: 'OPTIONS',
      url: '/v1/t',
      headers: { origin: 'https://shop.example' },
    })
    expect([preflight.statusCode, preflight.headers['access-control-allow-origin']]).toEqual([204, '*'])
  })

  test('what is too large or no JSON is refused, never with an error of ours', async () => {
    const statuses = []
    for (const body of ['{', '[]', '7', `{"batch":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, '{"batch":7}', ''])
      statuses.push((await send('batch', body)).statusCode)
    expect(statuses).toEqual([400, 400, 400, 200, 400, 400])
    expect((await send('batch', 'x'.repeat(600 * 1024))).statusCode).toBe(413)
    expect(
      (await send('batch', gzipSync(Buffer.alloc(50 * 1024 * 1024)), { 'content-encoding': 'gzip' })).statusCode,
    ).toBe(413)
    expect(
      (await send('track', '{"event":"A","userId":"u","__proto__":{"x":1},"properties":{"__proto__":{"y":1}}}'))
        .statusCode,
    ).toBe(200)
    expect(({} as any).y).toBeUndefined()
  })
})

describe('visitors who say no', () => {
  test('with Sec-GPC or DNT nobody is identified, but an order is still its customer’s', async () => {
    for (const header of ['sec-gpc', 'dnt']) {
      await send('identify', { userId: 'u', anonymousId: 'a', traits: { email: 'a@x.example' } }, { [header]: '1' })
      await send('track', { event: 'A', userId: 'u', anonymousId: 'a', messageId: header }, { [header]: '1' })
    }
    expect(await contacts()).toEqual([])
    expect((await events()).map(one => [one.sourceKey, one.contactId])).toEqual([
      ['sec-gpc', null],
      ['dnt', null],
    ])
    await send(
      'track',
      { event: 'Order Completed', userId: 'u', anonymousId: 'a', properties: { order_id: 'o', total: 10 } },
      { 'sec-gpc': '1' },
    )
    expect((await contacts()).map(one => one.name)).toEqual(['u'])
    const kinds = await t.app.db.selectFrom('handles').select('kind').where('workspaceId', '=', acme.id).execute()
    expect(kinds.map(one => one.kind)).toEqual(['external'])
  })

  test('a source that asks first takes a name only with consent', async () => {
    await acme.owner.call(schema.changeSource, { params: { id: source.id }, body: { consentMode: 'after-consent' } })
    await send('track', { event: 'A', anonymousId: 'a' })
    expect(await t.app.db.selectFrom('contacts').select('id').where('workspaceId', '=', acme.id).execute()).toEqual([])
    await send('track', {
      event: 'A',
      anonymousId: 'a',
      context: { consent: { categoryPreferences: { Advertising: false, Analytics: true } } },
    })
    expect(await contacts()).toHaveLength(1)
  })

  test('programs that crawl a site are no visitors', async () => {
    const bot = { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }
    expect((await send('page', { anonymousId: 'a' }, bot)).statusCode).toBe(200)
    expect(await events()).toEqual([])
  })
})

test('members may not see sources, managers may not change them', async () => {
  const [member, manager] = [await acme.aMember('member'), await acme.aMember('manager')]
  expect((await member.client.try(schema.listSources, {})).status).toBe(403)
  expect((await manager.client.try(schema.listSources, {})).status).toBe(200)
  expect((await manager.client.try(schema.createSource, { body: { name: 'X' } })).status).toBe(403)
})

test('a limit of their own, far above that of people, and told with when to try again', async () => {
  const limited = await createTestApp({ REQUESTS_PER_MINUTE: '1' })
  const post = () =>
    limited.server.inject({ method: 'POST', url: '/v1/t', payload: '{}', headers: { 'content-type': 'text/plain' } })
  const statuses = []
  for (let at = 0; at < 20; at++) statuses.push((await post()).statusCode)
  expect(new Set(statuses)).toEqual(new Set([401]))
  const refused = await post()
  expect([refused.statusCode, Number(refused.headers['retry-after']) > 0]).toEqual([429, true])
  await limited.close()
})
