import { describe, expect, test } from 'vitest'
import * as contacts from '../contacts/schema.ts'
import { requestConsents, type ConsentRequest } from './commands/request-consents.ts'
import { suppress } from './public.ts'
import { getContactConsents } from './schema.ts'
import {
  day,
  t,
  acme,
  contactId,
  newsletter,
  surveys,
  email,
  consents,
  say,
  stateOf,
  request,
  mails,
  pathIn,
  get,
  post,
  isSuppressed,
  linkFor,
  setUp,
} from './consents.fixture.ts'

setUp()

describe('double opt-in', () => {
  test('counts when the button is pressed, not when a mail scanner follows the link', async () => {
    expect((await request([newsletter, surveys])).status).toBe(201)
    expect(await stateOf()).toBe('requested')
    const [mail] = await mails()
    expect(mail).toMatchObject({ toAddress: email })
    const link = pathIn(mail!.text)
    for (let times = 0; times < 3; times++) {
      const page = await get(link)
      expect(page.statusCode).toBe(200)
      expect(page.body).toContain('<h2>Newsletter · E-mail</h2>')
      expect(page.body).not.toContain(email)
    }
    expect(await stateOf()).toBe('requested')
    expect((await post(link)).statusCode).toBe(200)
    expect([await stateOf(), await stateOf(surveys)]).toEqual(['granted', 'granted'])
    expect((await consents()).history[0]).toMatchObject({
      saidBy: 'customer',
      how: 'double-opt-in',
      handle: email,
      agent: 'Firefox on Linux',
      address: '127.0.0.0/24',
      textVersion: 1,
    })
    const czech = acme.owner.with({ ...acme.owner.headers, 'accept-language': 'cs' })
    const { history } = await czech.call(getContactConsents, { params: { id: contactId }, query: {} })
    expect(history[0]!.agent).toBe('Firefox v systému Linux')
    const { handles } = await acme.owner.call(contacts.getContact, { params: { id: contactId } })
    expect(handles).toMatchObject([{ normal: email, verifiedAt: expect.any(String) }])
    const { length } = (await consents()).history
    expect((await post(link)).statusCode).toBe(200)
    expect((await consents()).history).toHaveLength(length)
  })

  test('does not count any more after seven days, after a withdrawal, or with one character changed', async () => {
    await request()
    const link = pathIn((await mails())[0]!.text)
    expect((await post(link.slice(0, -2) + (link.endsWith('AA') ? 'BB' : 'AA'))).statusCode).toBe(404)
    t.clock.advance(1000)
    await say('withdrawn')
    expect((await get(link)).statusCode).toBe(404)
    expect((await post(link)).statusCode).toBe(404)
    expect(await stateOf()).toBe('withdrawn')
    t.clock.advance(2 * 3600_000)
    await request()
    const second = pathIn((await mails())[1]!.text)
    t.clock.advance(7 * day)
    expect((await post(second)).statusCode).toBe(404)
    expect(await stateOf()).toBe('withdrawn')
  })

  test('is asked for once an hour and three times a week (attack 17)', async () => {
    expect((await request()).status).toBe(201)
    expect((await request([surveys])).status).toBe(429)
    for (let n = 0; n < 2; n++) {
      t.clock.advance(2 * 3600_000)
      expect((await request()).status).toBe(201)
    }
    t.clock.advance(2 * 3600_000)
    expect((await request()).status).toBe(429)
    expect(await mails()).toHaveLength(3)
  })

  test('is not asked by staff of somebody who unsubscribed; who asks for it himself is free again', async () => {
    await post(linkFor(), { 'List-Unsubscribe': 'One-Click' })
    expect((await request()).status).toBe(409)
    expect(await mails()).toEqual([])
    const own: ConsentRequest = {
      contactId,
      purposes: [{ purpose: 'newsletter', channel: 'email' }],
      email,
      language: 'en',
      saidBy: 'customer',
      how: 'form',
    }
    t.clock.advance(1000)
    expect(await requestConsents(acme.ctx(), own)).toBe('sent')
    expect(await isSuppressed()).toBe(true)
    await post(pathIn((await mails())[0]!.text))
    expect([await stateOf(), await isSuppressed()]).toEqual(['granted', false])
  })

  test('does not free an address that complained', async () => {
    await suppress(acme.ctx(), [{ kind: 'email', normal: email }], 'complaint')
    const own: ConsentRequest = {
      contactId,
      purposes: [{ purpose: 'newsletter', channel: 'email' }],
      email,
      language: 'en',
      saidBy: 'customer',
      how: 'form',
    }
    expect(await requestConsents(acme.ctx(), own)).toBe('suppressed')
    expect(await mails()).toEqual([])
  })
})
