import { describe, expect, test } from 'vitest'
import * as contacts from '../contacts/schema.ts'
import * as schema from './schema.ts'
import {
  t,
  acme,
  contactId,
  newsletter,
  surveys,
  consents,
  say,
  stateOf,
  mails,
  pathIn,
  get,
  post,
  isSuppressed,
  preferences,
  setUp,
} from './consents.fixture.ts'

setUp()

describe('preference centre', () => {
  test('shows the masked address only, in the reader’s language, without scripts', async () => {
    const page = await get(await preferences())
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('m•••@e•••.com')
    expect(page.body).not.toMatch(/marta\d|Nováková|<script/)
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    expect((await get(`${await preferences()}?lang=cs`)).body).toContain('Vaše předvolby')
  })

  test('switches on and off by purpose and channel; the customer said so himself', async () => {
    await say('granted')
    t.clock.advance(1000)
    const link = await preferences(true)
    const page = await get(link)
    expect(page.body).toMatch(new RegExp(`value="${newsletter} email"\\s+checked`))
    const saved = await post(link, { on: [`${newsletter} sms`, `${surveys} phone`, 'nonsense'] })
    expect(saved.body).toContain('Your preferences are saved.')
    expect((await consents()).current.map(({ purposeId, channel, state }) => [purposeId, channel, state])).toEqual(
      expect.arrayContaining([
        [newsletter, 'email', 'withdrawn'],
        [newsletter, 'sms', 'granted'],
        [surveys, 'phone', 'granted'],
      ]),
    )
    expect((await consents()).history[0]).toMatchObject({ saidBy: 'customer', how: 'preference-centre' })
    expect(await isSuppressed()).toBe(false)
  })

  test('the proof has the wording in the language in which it was shown, whoever reads it', async () => {
    const text = { en: 'Yes, write to me', cs: 'Ano, pište mi' }
    await acme.owner.call(schema.changePurpose, { params: { id: newsletter }, body: { text } })
    await post(`${await preferences(true)}?lang=cs`, { on: [`${newsletter} email`] })
    const { body } = await acme.owner.request('GET', '/api/v1/consent/export')
    expect(String(body)).toMatch(/granted,customer,[^\n]*"?Ano, pište mi"?,cs,/)
  })

  test('stops everything, after which only a mail to that very address switches on again', async () => {
    const link = await preferences(true)
    await post(link, { all: 'off' })
    expect((await consents()).current.map(({ state }) => state)).not.toContain('granted')
    expect(await isSuppressed()).toBe(true)
    t.clock.advance(1000)
    const answer = await post(link, { on: [`${newsletter} email`] })
    expect(answer.body).toContain('We sent you a mail')
    expect([await stateOf(), await isSuppressed()]).toEqual(['requested', true])
    await post(pathIn((await mails())[0]!.text))
    expect([await stateOf(), await isSuppressed()]).toEqual(['granted', false])
  })

  test('through a link that staff made nothing is switched on without the mailbox', async () => {
    const link = await preferences()
    expect((await post(link, { on: [`${newsletter} email`] })).body).toContain('We sent you a mail')
    expect(await stateOf()).toBe('requested')
    expect(await mails()).toHaveLength(1)
  })

  test('confirms everything that was switched on by one link that fits into a mail', async () => {
    const { items } = await acme.owner.call(schema.listPurposes, {})
    const on = items.flatMap(({ id, channels }) => channels.map(channel => `${id} ${channel}`))
    await post(await preferences(), { on })
    const link = pathIn((await mails())[0]!.text)
    expect(link.length).toBeLessThan(400)
    expect((await post(link)).statusCode).toBe(200)
    expect((await consents()).current.map(({ state }) => state)).toEqual(on.map(() => 'granted'))
  })

  test('is gone with the address: 404 when the contact no longer has it', async () => {
    const link = await preferences()
    const { handles } = await acme.owner.call(contacts.getContact, { params: { id: contactId } })
    await acme.owner.call(contacts.removeHandle, { params: { id: contactId, handleId: handles[0]!.id } })
    expect((await get(link)).statusCode).toBe(404)
  })

  test('escapes what an admin wrote', async () => {
    await acme.owner.call(schema.changePurpose, {
      params: { id: newsletter },
      body: { name: { en: '<img src=x onerror=alert(1)>' }, text: { en: '"><script>alert(1)</script>' } },
    })
    expect((await get(await preferences())).body).not.toMatch(/<img|<script/)
  })
})
