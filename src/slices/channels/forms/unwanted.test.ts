import { describe, expect, test } from 'vitest'
import * as consent from '../../customers/consent/schema.ts'
import {
  t,
  acme,
  newsletter,
  moveTo,
  email,
  aForm,
  type AForm,
  pathOf,
  get,
  tokenIn,
  headers,
  send,
  fillIn,
  own,
  submissions,
  mails,
  contactCount,
  setUp,
} from './forms.fixture.ts'

setUp()

describe('programs', () => {
  test('that fill in what people do not see are thanked, and nothing is kept', async () => {
    const form = await aForm()
    const answer = await fillIn(form, { ...own(), _website: 'http://spam.example' })
    expect([answer.statusCode, await submissions(form), await contactCount()]).toEqual([200, [], 0])
  })

  test('that are too quick, or never saw the page, are not taken', async () => {
    const form = await aForm()
    const other = await aForm()
    const _t = tokenIn((await get(pathOf(form))).body)
    t.clock.advance(1000)
    for (const token of [_t, '', 'x.y', `${_t}A`]) {
      expect((await send(pathOf(form), { _t: token, ...own() })).statusCode).toBe(400)
    }
    t.clock.advance(60_000)
    expect((await send(pathOf(other), { _t, ...own() })).statusCode).toBe(400)
    t.clock.advance(25 * 3600_000)
    expect((await send(pathOf(form), { _t, ...own() })).statusCode).toBe(400)
    expect(await submissions(form)).toEqual([])
  })

  test('are told from people who correct what they had filled in at once', async () => {
    const form = await aForm()
    const _t = tokenIn((await get(pathOf(form))).body)
    t.clock.advance(1000)
    const again = await send(pathOf(form), { _t, ...own() })
    expect(again.statusCode).toBe(400)
    t.clock.advance(1500)
    expect((await send(pathOf(form), { _t: tokenIn(again.body), ...own() })).statusCode).toBe(200)
    expect(await submissions(form)).toHaveLength(1)
  })

  test('of a form of one’s own are taken where the form says so', async () => {
    const form = await aForm({ takesPlainForms: true })
    expect((await send(pathOf(form), own())).statusCode).toBe(200)
    expect(await submissions(form)).toHaveLength(1)
  })

  test('are stopped after twenty from one network, and five in the name of one address', async () => {
    const form = await aForm({ takesPlainForms: true })
    const statuses: number[] = []
    for (let n = 0; n < 7; n++) statuses.push((await send(pathOf(form), own())).statusCode)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429])
    for (let n = 0; n < 14; n++)
      statuses.push((await send(pathOf(form), { ...own(), email: `n${n}-${email}` })).statusCode)
    expect(statuses.slice(7)).toEqual([...Array<number>(13).fill(200), 429])
    moveTo('203.0.113.9')
    expect((await send(pathOf(form), { ...own(), email: `x-${email}` })).statusCode).toBe(200)
  })
})

describe('mail', () => {
  test('acknowledges once an hour whoever floods, and echoes nothing (attack 17)', async () => {
    const form = await aForm({ doesAcknowledge: true, takesPlainForms: true })
    const second = await aForm({ doesAcknowledge: true, takesPlainForms: true })
    const spam = { name: 'Buy now http://spam.example', email, message: 'Buy now' }
    await Promise.all([form, second, form, second].map(own => send(pathOf(own), spam)))
    expect(await mails()).toHaveLength(1)
    expect((await mails())[0]).toMatchObject({ toAddress: email, subject: 'Acme: we have your message' })
    expect(JSON.stringify(await mails())).not.toMatch(/spam|buy now/i)
    t.clock.advance(3600_000)
    await send(pathOf(form), spam)
    expect(await mails()).toHaveLength(2)
  })

  test.each([
    ['address', { email: 'marta@example.com\r\nBcc: all@example.com' }],
    ['name', { name: 'Marta\r\nBcc: all@example.com' }],
  ])('with a line break in the %s is refused (attack 16)', async (_, change) => {
    const form = await aForm({ doesAcknowledge: true })
    expect((await fillIn(form, { ...own(), ...change })).statusCode).toBe(400)
    expect(await mails()).toEqual([])
  })
})

describe('consent', () => {
  const consentsOf = async (form: AForm) => {
    const [submission] = await submissions(form)
    return acme.owner.call(consent.getContactConsents, { params: { id: submission!.contactId! }, query: {} })
  }

  test('is never ticked beforehand, waits for the mail, and keeps the wording', async () => {
    const form = await aForm({ purposeIds: [newsletter], doesAcknowledge: true })
    const page = await get(pathOf(form))
    expect(page.body).toMatch(new RegExp(`name="_consent" value="${newsletter}.1"\\s*/>`))
    const _t = tokenIn(page.body)
    t.clock.advance(60_000)
    const text = { en: 'Another wording' }
    await acme.owner.call(consent.changePurpose, { params: { id: newsletter }, body: { text } })
    const answer = await send(pathOf(form), { _t, ...own(), _consent: `${newsletter}.1` })
    expect(answer.body).toContain('confirm there what you agreed to')
    expect((await consentsOf(form)).history.map(({ textVersion }) => textVersion)).toEqual([1])
    expect((await consentsOf(form)).current).toMatchObject([{ state: 'requested', how: 'form', saidBy: 'customer' }])
    expect((await submissions(form))[0]!.consents).toEqual([{ purposeId: newsletter, textVersion: 1 }])
    expect(await mails()).toHaveLength(1)
    const path = /rapport\.example\.com(\/confirm-consent\/\S+)/.exec((await mails())[0]!.text)![1]!
    await t.server.inject({ method: 'POST', url: path, headers: headers(), payload: '' })
    expect((await consentsOf(form)).current).toMatchObject([{ state: 'granted', how: 'double-opt-in' }])
  })

  test('that was not ticked is not asked for; a purpose that the form does not ask for cannot be smuggled in', async () => {
    const form = await aForm()
    await fillIn(form, { ...own(), _consent: newsletter })
    expect((await consentsOf(form)).current).toEqual([])
    expect(await mails()).toEqual([])
  })

  test('without double opt-in counts at once, but not for who had unsubscribed', async () => {
    const form = await aForm({ purposeIds: [newsletter], isDoubleOptIn: false, takesPlainForms: true })
    await send(pathOf(form), { ...own(), _consent: newsletter })
    expect((await consentsOf(form)).current).toMatchObject([{ state: 'granted', how: 'form' }])
    const other = { ...own(), email: `other-${email}`, _consent: newsletter }
    await acme.owner.call(consent.addSuppressions, { body: { addresses: [other.email] } })
    await send(pathOf(form), other)
    expect((await consentsOf(form)).current).toEqual([])
    expect(await mails()).toEqual([])
  })
})
