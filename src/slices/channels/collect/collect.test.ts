import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { erasedHashes } from '../../../platform/erased-handles.ts'
import { createTestApp, type TestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as schema from './schema.ts'

let t: TestApp
let acme: TestWorkspace
let source: schema.Source

beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())
beforeEach(async () => {
  acme = await t.aWorkspace()
  source = await acme.owner.call(schema.createSource, { body: { name: 'Web shop' } })
})

const browser = 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
const device = () => crypto.randomUUID()
const basic = (key = source.writeKey) => `Basic ${btoa(`${key}:`)}`

function send(path: string, body: unknown, headers: Record<string, string> = {}) {
  return t.server.inject({
    method: 'POST',
    url: `/v1/${path}`,
    headers: { authorization: basic(), 'content-type': 'application/json', 'user-agent': browser, ...headers },
    payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
  })
}
const events = () =>
  t.app.db
    .selectFrom('events')
    .select(['kind', 'contactId', 'channel', 'sourceKey', 'data', 'occurredAt'])
    .where('workspaceId', '=', acme.id)
    .where('sourceKey', 'is not', null)
    .orderBy('id')
    .execute()
const contacts = async () => (await acme.owner.request('GET', '/api/v1/contacts?limit=50')).body.items as any[]
const rejections = async () =>
  (await acme.owner.call(schema.listRejections, { params: { id: source.id }, query: {} })).items.map(one => one.reason)

describe('what clients send', () => {
  test('an event is on the timeline of a visitor, who becomes the person that identifies', async () => {
    const anonymousId = device()
    const page = { messageId: 'm1', type: 'page', anonymousId, name: 'Home', properties: { url: 'https://x.example/' } }
    expect((await send('page', page)).json()).toEqual({ success: true })
    await send('track', { messageId: 'm2', event: 'Signed Up', anonymousId, properties: { plan: 'pro' } })
    await send('identify', {
      messageId: 'm3',
      userId: '7',
      anonymousId,
      traits: { email: 'jan@x.example', firstName: 'Jan' },
    })
    const [jan, ...others] = await contacts()
    expect(others).toEqual([])
    expect(jan).toMatchObject({ name: 'Jan', email: 'jan@x.example', source: 'web-shop', lifecycle: 'lead' })
    const timeline = (await acme.owner.request('GET', `/api/v1/contacts/${jan.id}/timeline`)).body.items
    expect(timeline.map((one: any) => one.kind)).toEqual(
      expect.arrayContaining(['contact.identified', 'product.tracked', 'page.viewed']),
    )
    expect(timeline.find((one: any) => one.kind === 'product.tracked')).toMatchObject({
      channel: 'web',
      data: { name: 'Signed Up', properties: { plan: 'pro' }, source: 'web-shop' },
    })
    await t.runJobs()
    const facts = (await acme.owner.request('GET', `/api/v1/contacts/${jan.id}`)).body.facts
    expect(facts.touchpoints).toBe(2)
  })

  test.each(['i', 't', 'p', 's', 'g', 'a'])('the short address /v1/%s', async short => {
    const body = { userId: 'u', anonymousId: 'a', event: 'E', groupId: 'g', previousId: 'p', messageId: short }
    expect((await send(short, body)).statusCode).toBe(200)
    expect((await events()).map(one => one.sourceKey)).toEqual([short])
  })

  test('a batch: one event that cannot be understood is kept with its reason, the others are taken', async () => {
    const batch = [
      { type: 'track', event: 'A', userId: 'u', messageId: '1' },
      { type: 'track', userId: 'u', messageId: '2' },
      { type: 'dance', userId: 'u' },
      { type: 'track', event: 'B', messageId: '3' },
      { type: 'track', event: 'C', userId: 'u', properties: { text: 'x'.repeat(33_000) } },
      'nonsense',
      null,
      { type: 'track', event: 'D\u0000 \ud800', userId: 'u', messageId: '4', properties: { 'a\u0000': '\udfff' } },
    ]
    expect((await send('batch', { batch })).statusCode).toBe(200)
    expect((await events()).map(one => one.sourceKey)).toEqual(['1', '4'])
    expect((await rejections()).sort()).toEqual([
      'A track needs the name of its event: event.',
      'An event is a JSON object.',
      'An event is a JSON object.',
      'An event needs a userId or an anonymousId.',
      'The event is larger than 32 KB.',
      '“dance” is not a type of event. Use track, identify, page, screen, group, alias.',
    ])
  })

  test('a repeated message is taken once', async () => {
    const message = { messageId: 'same', event: 'A', userId: 'u' }
    await Promise.all([
      send('track', message),
      send('track', message),
      send('batch', { batch: [{ type: 'track', ...message }] }),
    ])
    expect(await events()).toHaveLength(1)
  })

  test('gzip, text/plain with the key in the body, and a beacon without a type', async () => {
    const plain = (messageId: string) => ({ messageId, event: 'A', userId: 'u', writeKey: source.writeKey })
    const answers = await Promise.all([
      send('t', gzipSync(JSON.stringify(plain('1'))), { 'content-encoding': 'gzip' }),
      send('t', JSON.stringify(plain('2')), { authorization: '', 'content-type': 'text/plain' }),
      send('t', JSON.stringify(plain('3')), { authorization: '', 'content-type': 'application/octet-stream' }),
    ])
    answers.push(await send('t', gzipSync(JSON.stringify(plain('4')))))
    expect(answers.map(answer => answer.statusCode)).toEqual([200, 200, 200, 200])
    expect(await events()).toHaveLength(4)
    expect(JSON.stringify(await events())).not.toContain(source.writeKey)
  })

  test('a client whose clock is wrong is put right, and nothing happens in the future', async () => {
    const now = t.clock.now().getTime()
    const at = (offset: number) => new Date(now + offset).toISOString()
    const hour = 3600_000
    await send('batch', {
      sentAt: at(-hour),
      batch: [{ type: 'track', event: 'Wrong clock', userId: 'u', messageId: '1', timestamp: at(-hour - 5000) }],
    })
    await send('batch', {
      sentAt: at(-2000),
      batch: [{ type: 'track', event: 'Right clock', userId: 'u', messageId: '2', timestamp: at(-10_000) }],
    })
    await send('track', { event: 'Future', userId: 'u', messageId: '3', timestamp: at(hour) })
    expect((await events()).map(one => one.occurredAt.getTime() - now)).toEqual([-5000, -10_000, 0])
  })

  test('an alias joins what a visitor did to the person, whichever comes first', async () => {
    const [one, two] = [device(), device()]
    await send('track', { event: 'A', anonymousId: one })
    await send('alias', { previousId: one, userId: 'u1' })
    await send('alias', { previousId: two, userId: 'u2' })
    await send('track', { event: 'A', anonymousId: two })
    expect(await contacts()).toHaveLength(2)
  })

  test('a group is the company of the person; an identify may name one', async () => {
    await send('group', {
      userId: 'u1',
      groupId: 'g-1',
      traits: { name: 'Initech', domain: 'initech.example', employees: 12 },
    })
    await send('identify', { userId: 'u2', traits: { email: 'b@x.example', company: { name: 'initech' } } })
    await send('group', { userId: 'u3', groupId: 'g-1' })
    const companies = (await acme.owner.request('GET', '/api/v1/companies')).body.items
    expect(companies).toMatchObject([{ name: 'Initech', domain: 'initech.example', employees: 12 }])
    expect((await contacts()).map(one => one.companyId)).toEqual(Array(3).fill(companies[0].id))
  })
})

describe('who may send', () => {
  test('an unknown key is refused, wherever it stands', async () => {
    for (const authorization of ['', 'Basic', basic('nope'), 'Basic !!!', `Bearer ${source.writeKey}`])
      expect((await send('track', { event: 'A', userId: 'u' }, { authorization })).statusCode).toBe(401)
    expect((await send('track', { event: 'A', userId: 'u', writeKey: 7 }, { authorization: '' })).statusCode).toBe(401)
    expect(await events()).toEqual([])
  })

  test('a replaced key and that of a deleted source stop working at once; a stopped source takes nothing', async () => {
    const old = source.writeKey
    source = await acme.owner.call(schema.rotateKey, { params: { id: source.id } })
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

describe('orders', () => {
  const orders = async () => (await acme.owner.request('GET', '/api/v1/orders')).body.items as any[]
  const returns = async () => (await acme.owner.request('GET', '/api/v1/returns')).body.items as any[]
  const commerce = (event: string, properties: object, messageId: string = crypto.randomUUID()) =>
    send('track', { event, userId: 'u', messageId, properties: { order_id: 'O-1', ...properties } })

  test('an order with its lines, to the cent', async () => {
    await commerce('Order Completed', {
      total: 27.5,
      shipping: 3,
      tax: 2,
      discount: 2.5,
      currency: 'eur',
      products: [
        { product_id: 'p1', sku: 'S1', name: 'Mug', price: 9.99, quantity: 2 },
        { product_id: 'p2', name: 'Pen', price: '5.02' },
      ],
    })
    const [order] = await orders()
    expect(order).toMatchObject({ number: 'O-1', amount: 2750, currency: 'EUR', quantity: 3, source: 'web-shop' })
    const { items } = (await acme.owner.request('GET', `/api/v1/orders/${order.id}`)).body
    expect(items.map((item: any) => [item.name, item.amount])).toEqual([
      ['Mug', 1998],
      ['Pen', 502],
      ['Shipping', 300],
      ['Tax', 200],
      ['Discount', -250],
    ])
    await t.runJobs()
    const [buyer] = await contacts()
    expect((await acme.owner.request('GET', `/api/v1/contacts/${buyer.id}`)).body.facts).toMatchObject({
      orders: 1,
      orderAmount: 2750,
      touchpoints: 1,
    })
  })

  test('a refund before its order waits for it; a second report of the order changes nothing', async () => {
    await commerce('Order Refunded', { total: 4 })
    expect(await returns()).toEqual([])
    await commerce('Order Completed', { total: 10, currency: 'XYZ' })
    await commerce('Order Completed', { total: 10, currency: 'XYZ' })
    await commerce('Order Refunded', {}, 'full')
    expect((await orders()).map(one => [one.amount, one.currency])).toEqual([[1000, 'EUR']])
    expect((await returns()).map(one => one.amount).sort()).toEqual([400, 600])
  })

  test('an update corrects the order, a cancellation takes it and its returns out', async () => {
    await commerce('Order Completed', { total: 10 })
    await commerce('Order Updated', { total: 12 })
    expect((await orders())[0]).toMatchObject({ amount: 1200, status: 'placed' })
    await commerce('Order Refunded', { total: 2 })
    await commerce('Order Cancelled', {})
    expect((await orders())[0]).toMatchObject({ status: 'cancelled' })
    expect(await returns()).toEqual([])
  })

  test('without an exchange rate the order waits, and the reason is shown', async () => {
    await commerce('Order Completed', { total: 10, currency: 'USD' })
    expect(await orders()).toEqual([])
    expect(await rejections()).toEqual([expect.stringContaining('no exchange rate from USD to EUR')])
  })
})

test('what happened before a person was erased is left out and revives nobody; whoever comes again is somebody new', async () => {
  const erasedAt = new Date(t.clock.now().getTime() - 3600_000)
  const handles = [
    { kind: 'external', normal: 'user:gone' },
    { kind: 'email', normal: 'gone@x.example' },
  ]
  await t.app.db
    .insertInto('erasedHandles')
    .values(
      handles.map(handle => ({
        workspaceId: acme.id,
        hash: erasedHashes(t.app, acme.id, [handle])[0]!,
        erasureId: crypto.randomUUID(),
        erasedAt,
      })),
    )
    .execute()
  const late = new Date(erasedAt.getTime() - 1000).toISOString()
  await send('batch', {
    batch: [
      { type: 'track', event: 'A', userId: 'gone', messageId: 'late', timestamp: late },
      { type: 'identify', userId: 'other', traits: { email: 'Gone@x.example' }, messageId: 'late 2', timestamp: late },
      { type: 'track', event: 'A', userId: 'stays', messageId: 'stays', timestamp: late },
    ],
  })
  expect((await events()).map(one => one.sourceKey)).toEqual(['stays'])
  expect((await contacts()).map(one => one.name)).toEqual(['stays'])
  await send('track', { event: 'Again', userId: 'gone', messageId: 'again' })
  await send('track', { event: 'A', userId: 'gone', messageId: 'late 3', timestamp: late })
  expect((await events()).map(one => one.sourceKey)).toEqual(['stays', 'again'])
})

test('the debugger shows the last events of a source with whom they were of', async () => {
  await send('identify', { userId: 'u', traits: { name: 'Jan Novák' } })
  await send('track', { event: 'A', userId: 'u' })
  const { items } = await acme.owner.call(schema.listRecent, { params: { id: source.id } })
  expect(items.map(one => [one.kind, one.contactName])).toEqual([
    ['product.tracked', 'Jan Novák'],
    ['contact.identified', 'Jan Novák'],
  ])
  const [listed] = (await acme.owner.call(schema.listSources, {})).items
  expect(listed!.lastEventAt).not.toBeNull()
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
