import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

describe('workspace', () => {
  test('admins change its settings; what is not a setting is refused', async () => {
    const admin = await acme.aMember('admin')
    const changed = await admin.client.call(schema.changeSettings, {
      body: { name: 'Acme & Co', timeZone: 'Asia/Tokyo', locale: 'cs' },
    })
    expect(changed).toMatchObject({
      name: 'Acme & Co',
      timeZone: 'Asia/Tokyo',
      locale: 'cs',
      currency: 'EUR',
      country: 'CZ',
    })
    for (const body of [
      { isDemo: true },
      { id: acme.ownerId },
      { settings: {} },
      { timeZone: 'Mars/Olympus' },
      { currency: 'eur' },
      { country: 'Czechia' },
      { name: '' },
      { name: 'A\r\nB' },
    ]) {
      expect((await admin.client.request('PATCH', '/api/v1/settings', body)).status).toBe(400)
    }
    const manager = await acme.aMember('manager')
    expect((await manager.client.call(schema.getSettings, {})).name).toBe('Acme & Co')
    expect((await manager.client.try(schema.changeSettings, { body: { name: 'Mine' } })).status).toBe(403)
  })

  test('the currency stays once amounts are counted in it; its rates go with it before', async () => {
    const change = (currency: string) => acme.owner.try(schema.changeSettings, { body: { currency } })
    await acme.owner.call(schema.setExchangeRates, { body: { items: [{ currency: 'USD', rate: 0.9 }] } })
    expect((await change('CZK')).body.currency).toBe('CZK')
    expect((await acme.owner.call(schema.listExchangeRates, {})).items).toEqual([])
    await t.app.db
      .insertInto('orders')
      .values({
        workspaceId: acme.id,
        id: newId(),
        number: '1',
        placedAt: t.clock.now(),
        currency: 'CZK',
        amount: 100,
        baseAmount: 100,
        source: 'test',
        sourceId: '1',
      })
      .execute()
    expect((await change('EUR')).body).toMatchObject({ status: 409, fields: [{ path: 'currency' }] })
    expect((await change('CZK')).status).toBe(200)
  })

  test('an exchange rate is dated by its last change, not by that of another', async () => {
    const put = (items: { currency: string; rate: number }[]) =>
      acme.owner.call(schema.setExchangeRates, { body: { items } })
    const usd = { currency: 'USD', rate: 0.91 }
    const gbp = { currency: 'GBP', rate: 1.15 }
    const [of] = (await put([usd, gbp])).items.filter(({ currency }) => currency === 'USD')
    t.clock.advance(60_000)
    const { items } = await put([usd, { ...gbp, rate: 1.16 }])
    expect(items.find(({ currency }) => currency === 'USD')).toEqual(of)
    expect(items.find(({ currency }) => currency === 'GBP')!.updatedAt > of!.updatedAt).toBe(true)
  })

  test('exchange rates are replaced as a whole', async () => {
    const put = (items: unknown) => acme.owner.request('PUT', '/api/v1/settings/exchange-rates', { items })
    expect(
      (
        await put([
          { currency: 'USD', rate: 0.91 },
          { currency: 'CZK', rate: 0.04 },
        ])
      ).body.items,
    ).toMatchObject([
      { currency: 'CZK', rate: 0.04 },
      { currency: 'USD', rate: 0.91 },
    ])
    expect((await put([{ currency: 'USD', rate: 0.92 }])).body.items).toMatchObject([{ currency: 'USD', rate: 0.92 }])
    for (const items of [
      [{ currency: 'EUR', rate: 1 }],
      [{ currency: 'USD', rate: 0 }],
      [
        { currency: 'USD', rate: 1 },
        { currency: 'USD', rate: 2 },
      ],
      [{ currency: 'USD', rate: -1 }],
    ]) {
      expect((await put(items)).status).toBe(400)
    }
    expect((await acme.owner.call(schema.listExchangeRates, {})).items).toMatchObject([{ currency: 'USD', rate: 0.92 }])
  })
})

describe('mail server', () => {
  const server = {
    host: 'smtp.example.test',
    port: 587,
    tls: 'required' as const,
    user: 'acme',
    from: { name: 'Acme', address: 'hello@acme.test' },
  }
  const stored = async () =>
    JSON.stringify(
      (await t.app.db.selectFrom('workspaces').select('settings').where('id', '=', acme.id).executeTakeFirstOrThrow())
        .settings,
    )

  test('keeps its password encrypted and never shows it', async () => {
    const saved = await acme.owner.call(schema.setMailSettings, { body: { ...server, password: 'smtp secret' } })
    expect(saved).toEqual({ own: { ...server, hasPassword: true, dkim: null }, hasInstanceServer: false })
    expect(await stored()).not.toContain('smtp secret')
    const renamed = await acme.owner.call(schema.setMailSettings, {
      body: { ...server, from: { name: 'Acme & Co', address: 'hello@acme.test' } },
    })
    expect(renamed.own).toMatchObject({ hasPassword: true, from: { name: 'Acme & Co' } })
    await acme.owner.call(schema.removeMailSettings, {})
    expect((await acme.owner.call(schema.getMailSettings, {})).own).toBeNull()
  })

  test('gives a kept password to no other server', async () => {
    await acme.owner.call(schema.setMailSettings, { body: { ...server, password: 'smtp secret' } })
    for (const change of [{ host: 'smtp.evil.test' }, { port: 2525 }, { user: 'other' }]) {
      const answer = await acme.owner.try(schema.setMailSettings, { body: { ...server, ...change } })
      expect(answer.body).toMatchObject({ status: 400, fields: [{ path: 'password' }] })
    }
    expect(
      (await acme.owner.call(schema.setMailSettings, { body: { ...server, host: 'smtp.other.test', password: null } }))
        .own,
    ).toMatchObject({ hasPassword: false })
  })

  test('makes a key to sign with once, keeps it encrypted, and says what DNS must hold', async () => {
    const body = { ...server, dkim: { domain: 'Acme.test', selector: 'rapport' } }
    const { own } = await acme.owner.call(schema.setMailSettings, { body })
    expect(own?.dkim).toMatchObject({
      domain: 'acme.test',
      record: { name: 'rapport._domainkey.acme.test', value: expect.stringMatching(/^v=DKIM1; k=rsa; p=[\w+/]{300,}/) },
    })
    expect(await stored()).not.toContain('PRIVATE KEY')
    expect((await acme.owner.call(schema.setMailSettings, { body })).own?.dkim).toEqual(own?.dkim)
    expect((await acme.owner.call(schema.setMailSettings, { body: server })).own?.dkim).toEqual(own?.dkim)
    const other = { ...server, dkim: { domain: 'acme.test', selector: 'next' } }
    expect((await acme.owner.call(schema.setMailSettings, { body: other })).own?.dkim).not.toEqual(own?.dkim)
    for (const dkim of [
      { domain: 'acme', selector: 'x' },
      { domain: 'acme.test', selector: 'x; p=' },
      { domain: 'acme.test', selector: 'x', privateKey: 'nonsense' },
    ]) {
      expect((await acme.owner.try(schema.setMailSettings, { body: { ...server, dkim } })).status).toBe(400)
    }
    expect((await acme.owner.call(schema.setMailSettings, { body: { ...server, dkim: null } })).own?.dkim).toBeNull()
  })

  test('is the owners’ alone, as it carries links that open accounts', async () => {
    const admin = await acme.aMember('admin')
    expect((await admin.client.try(schema.getMailSettings, {})).status).toBe(403)
    expect((await admin.client.try(schema.setMailSettings, { body: server })).status).toBe(403)
    expect((await admin.client.try(schema.sendTestMail, {})).status).toBe(403)
  })

  test('a test mail says what happened', async () => {
    expect((await acme.owner.try(schema.sendTestMail, {})).status).toBe(409)
    await acme.owner.call(schema.setMailSettings, { body: { ...server, host: '127.0.0.1', port: 9, user: null } })
    const answer = await acme.owner.call(schema.sendTestMail, {})
    expect(answer.isSent).toBe(false)
    expect(answer.error).toBeTruthy()
  })

  test('refuses line breaks and nonsense', async () => {
    for (const change of [
      { from: { name: 'A\r\nBcc: x@y.z', address: 'hello@acme.test' } },
      { from: { name: null, address: 'nonsense' } },
      { host: 'a b' },
      { port: 0 },
      { tls: 'maybe' },
      { rules: {} },
    ]) {
      expect((await acme.owner.request('PUT', '/api/v1/settings/mail', { ...server, ...change })).status).toBe(400)
    }
  })
})
