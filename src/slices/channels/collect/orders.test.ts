import { describe, expect, test } from 'vitest'
import { t, acme, send, contacts, rejections, setUp } from './collect.fixture.ts'

setUp()

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

  test('a refund whose id is cut within a sign gives back, too', async () => {
    await commerce('Order Completed', { total: 10 })
    await commerce('Order Refunded', { total: 4, refund_id: `${'r'.repeat(99)}😀`, reason: `${'x'.repeat(199)}😀` })
    expect(await returns()).toMatchObject([{ amount: 400 }])
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

  test('an order, or a refund, that is larger than any is kept with the reason, and the others are taken', async () => {
    const products = Array.from({ length: 3 }, () => ({ name: 'Mug', price: 1, quantity: 1_000_000_000 }))
    await commerce('Order Completed', { products })
    await commerce('Order Completed', { order_id: 'O-2', total: 10 })
    await commerce('Order Refunded', { order_id: 'O-2', products: [{ price: 1e10, quantity: 1_000_000_000 }] })
    expect((await orders()).map(one => one.number)).toEqual(['O-2'])
    expect(await returns()).toEqual([])
    expect(await rejections()).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Order O-1: An order takes no more than 1,000,000,000 pieces'),
        expect.stringContaining('Order O-2: An order takes no amount above'),
      ]),
    )
  })

  test('a refund of more than the order was is kept as the shop told it', async () => {
    await commerce('Order Completed', { total: 10 })
    await commerce('Order Refunded', { total: 12 })
    expect((await returns()).map(one => one.amount)).toEqual([1200])
  })

  test('without an exchange rate the order waits, and the reason is shown', async () => {
    await commerce('Order Completed', { total: 10, currency: 'USD' })
    expect(await orders()).toEqual([])
    expect(await rejections()).toEqual([expect.stringContaining('no exchange rate from USD to EUR')])
  })
})
