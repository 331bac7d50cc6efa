import type { AddressInfo } from 'node:net'
import { Analytics } from '@segment/analytics-node'
import { beforeAll, expect, test } from 'vitest'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as schema from './schema.ts'

/** The unmodified client for servers, over a socket. The one for browsers is tried in a browser (e2e/collect.e2e.ts). */
const t = await aTestApp()
let acme: TestWorkspace
let host: string

beforeAll(async () => {
  t.clock.set(new Date().toISOString())
  acme = await t.aWorkspace()
  await t.server.listen({ port: 0, host: '127.0.0.1' })
  host = `http://127.0.0.1:${(t.server.server.address() as AddressInfo).port}`
})

test('the Segment client for Node: anonymous, then known, with an order, a company and a batch', async () => {
  const source = await acme.owner.call(schema.createSource, { body: { name: 'Backend', kind: 'server' } })
  const client = new Analytics({ writeKey: source.writeKey, host, flushAt: 10 })
  const errors: unknown[] = []
  client.on('error', error => errors.push(error))
  const anonymousId = crypto.randomUUID()
  client.track({ anonymousId, event: 'Viewed Pricing' })
  client.page({ anonymousId, name: 'Pricing' })
  client.identify({
    anonymousId,
    userId: '42',
    traits: { email: 'Eva@x.example', name: 'Eva Malá', createdAt: new Date() },
  })
  client.track({
    userId: '42',
    event: 'Order Completed',
    properties: {
      order_id: 'A-1',
      total: 19.99,
      currency: 'EUR',
      products: [{ product_id: '1', name: 'Mug', price: 19.99, quantity: 1 }],
    },
  })
  client.group({ userId: '42', groupId: 'g', traits: { name: 'Initech' } })
  client.alias({ userId: '42', previousId: crypto.randomUUID() })
  for (let at = 0; at < 50; at++) client.track({ userId: '42', event: 'Used', properties: { at } })
  await client.closeAndFlush()
  expect(errors).toEqual([])

  const { items } = (await acme.owner.request('GET', '/api/v1/contacts')).body
  expect(items).toMatchObject([{ name: 'Eva Malá', email: 'eva@x.example', source: 'backend', companyName: 'Initech' }])
  await t.runJobs()
  const eva = (await acme.owner.request('GET', `/api/v1/contacts/${items[0].id}`)).body
  expect(eva.facts).toMatchObject({ touchpoints: 53, orders: 1, orderAmount: 1999 })
  expect((await acme.owner.call(schema.listRejections, { params: { id: source.id }, query: {} })).items).toEqual([])
})

test('a client with a wrong key is told so, and does not try for ever', async () => {
  const client = new Analytics({ writeKey: 'wrong', host, maxRetries: 0 })
  const errors: { code?: string }[] = []
  client.on('error', error => errors.push(error as never))
  client.track({ userId: '1', event: 'A' })
  await client.closeAndFlush()
  expect(errors).toHaveLength(1)
})
