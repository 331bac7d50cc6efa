import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as contacts from '../contacts/schema.ts'
import { mergeContacts, unmergeContacts } from '../merges/public.ts'
import { requestConsents, type ConsentRequest } from './commands/request-consents.ts'
import { addresseeOf, unsubscribeHeaders, unsubscribeLink } from './links.ts'
import { areSuppressed, consentsOf, recordConsents, suppress } from './public.ts'
import * as schema from './schema.ts'

const day = 24 * 3600_000
let t: TestApp
let acme: TestWorkspace
let contactId: string
let newsletter: string
let surveys: string
let people = 0
let email: string

beforeAll(async () => {
  t = await createTestApp({ RAPPORT_ORIGIN: 'https://rapport.example.com' })
})
afterAll(() => t.close())
beforeEach(async () => {
  t.clock.set('2026-03-02T10:00:00Z')
  acme = await t.aWorkspace()
  email = `marta${++people}@example.com`
  contactId = await aContact(email)
  const { items } = await acme.owner.call(schema.listPurposes, {})
  newsletter = items.find(({ key }) => key === 'newsletter')!.id
  surveys = items.find(({ key }) => key === 'surveys')!.id
})

const aContact = async (address: string | null, workspace = acme) =>
  (
    await workspace.owner.call(contacts.createContact, {
      body: { name: 'Marta Nováková', ...(address ? { email: address } : {}) },
    })
  ).id
const consents = (id = contactId, at?: string) =>
  acme.owner.call(schema.getContactConsents, { params: { id }, query: at ? { at } : {} })
const say = (state: 'granted' | 'withdrawn', purposeId = newsletter, id = contactId) =>
  acme.owner.call(schema.recordConsent, {
    params: { id },
    body: { purposeId, channel: 'email', state, note: 'Said it on the phone' },
  })
const stateOf = async (purposeId = newsletter, id = contactId, at?: string) =>
  (await consents(id, at)).current.find(own => own.purposeId === purposeId && own.channel === 'email')?.state
const request = (purposeIds = [newsletter], id = contactId) =>
  acme.owner.try(schema.requestConsent, { params: { id }, body: { purposeIds } })
const mails = async () =>
  t.app.db
    .selectFrom('outgoingMail')
    .select(['toAddress', 'subject', 'text'])
    .where('workspaceId', '=', acme.id)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
const pathIn = (text: string) => /https:\/\/rapport\.example\.com(\/\S+)/.exec(text)![1]!
const get = (url: string) => t.server.inject({ method: 'GET', url })
const post = (url: string, form: Record<string, string | string[]> = {}) => {
  const body = new URLSearchParams()
  for (const [name, values] of Object.entries(form)) for (const value of [values].flat()) body.append(name, value)
  return t.server.inject({
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0',
    },
    payload: body.toString(),
  })
}
const isSuppressed = async (normal = email) =>
  (await areSuppressed(t.app.db, t.app, acme.id, [{ kind: 'email', normal }], 'email'))[0]
const linkFor = (purposeId?: string, address = email, id = contactId) =>
  new URL(unsubscribeLink(t.app, addresseeOf(t.app, acme.id, id, { kind: 'email', normal: address }), purposeId))
    .pathname
const preferences = async (isOwn = false) => {
  if (isOwn)
    return pathIn((await post(linkFor(surveys), { 'List-Unsubscribe': 'One-Click' })).body.replaceAll('"', ' '))
  return new URL((await acme.owner.call(schema.getPreferenceLink, { params: { id: contactId } })).link).pathname
}

describe('purposes', () => {
  test('every workspace has the usual ones once, however many ask first', async () => {
    const beta = await t.aWorkspace()
    await Promise.all(Array.from({ length: 4 }, () => beta.owner.call(schema.listPurposes, {})))
    const keys = (await beta.owner.call(schema.listPurposes, {})).items.map(({ key }) => key)
    expect(keys).toEqual(['newsletter', 'product-news', 'surveys', 'profiling'])
  })

  test('a new wording is a new version; a record keeps the one that was shown', async () => {
    await say('granted')
    const text = { en: 'Send me everything.' }
    const changed = await acme.owner.call(schema.changePurpose, { params: { id: newsletter }, body: { text } })
    expect(changed).toMatchObject({ text, textVersion: 2 })
    await acme.owner.call(schema.changePurpose, { params: { id: newsletter }, body: { text } })
    const { items } = await acme.owner.call(schema.listPurposeTexts, { params: { id: newsletter } })
    expect(items.map(({ version }) => version)).toEqual([2, 1])
    await say('withdrawn')
    expect((await consents()).history.map(({ textVersion }) => textVersion)).toEqual([2, 1])
  })

  test('are the admins’; a key is used once', async () => {
    const body = { key: 'events', name: { en: 'Events' }, channels: ['email' as const], text: { en: 'Invite me.' } }
    const member = await acme.aMember('manager')
    expect((await member.client.try(schema.createPurpose, { body })).status).toBe(403)
    await acme.owner.call(schema.createPurpose, { body })
    expect((await acme.owner.try(schema.createPurpose, { body })).status).toBe(409)
  })
})

describe('records', () => {
  test('say who, how, when and about which address, and are told to the timeline', async () => {
    await say('granted')
    expect((await consents()).history).toMatchObject([
      {
        state: 'granted',
        saidBy: 'member',
        memberName: 'Olga Owner',
        how: 'staff',
        note: 'Said it on the phone',
        handle: email,
      },
    ])
    const { body } = await acme.owner.request('GET', `/api/v1/contacts/${contactId}/timeline`)
    expect(body.items[0]).toMatchObject({ kind: 'consent.granted', data: { purpose: 'newsletter', channel: 'email' } })
    const key = await acme.anApiKey(['consent:read', 'consent:write', 'contacts:read'])
    await key.call(schema.recordConsent, {
      params: { id: contactId },
      body: { purposeId: surveys, channel: 'phone', state: 'withdrawn', note: 'Call centre' },
    })
    expect((await consents()).history[0]).toMatchObject({ saidBy: 'api', how: 'api', memberName: null })
  })

  test('are never changed or deleted by a statement', async () => {
    await say('granted')
    const { db } = t.app
    await expect(
      db.updateTable('consents').set({ state: 'withdrawn' }).where('workspaceId', '=', acme.id).execute(),
    ).rejects.toThrow('append-only')
    await expect(db.deleteFrom('consents').where('workspaceId', '=', acme.id).execute()).rejects.toThrow('append-only')
    await expect(db.deleteFrom('consentTexts').where('workspaceId', '=', acme.id).execute()).rejects.toThrow(
      'append-only',
    )
  })

  test('tell what held at any past date', async () => {
    await say('granted')
    t.clock.advance(5 * day)
    await say('withdrawn')
    t.clock.advance(5 * day)
    expect(await stateOf()).toBe('withdrawn')
    expect(await stateOf(newsletter, contactId, '2026-03-05T00:00:00Z')).toBe('granted')
    expect(await stateOf(newsletter, contactId, '2026-03-01T00:00:00Z')).toBeUndefined()
  })

  test('of the future, of an unknown purpose or of a channel that is not asked for are refused', async () => {
    const body = { purposeId: newsletter, channel: 'email' as const, state: 'granted' as const, note: 'x' }
    for (const [change, status] of [
      [{ occurredAt: '2030-01-01T00:00:00Z' }, 400],
      [{ channel: 'web' }, 400],
      [{ purposeId: contactId }, 404],
      [{ note: '' }, 400],
      [{ handleId: contactId }, 404],
    ] as const) {
      const answer = await acme.owner.try(schema.recordConsent, {
        params: { id: contactId },
        body: { ...body, ...change } as never,
      })
      expect(answer.status).toBe(status)
    }
    expect((await consents()).history).toEqual([])
  })

  test('of two contacts that are merged: the stricter holds, what is said later counts, unmerged each has its own', async () => {
    const other = await aContact(`other-${email}`)
    await say('granted')
    await say('withdrawn', newsletter, other)
    await say('granted', surveys, other)
    t.clock.advance(day)
    const [merge] = await t.app.db
      .transaction()
      .execute(tx => mergeContacts(tx, acme.ctx(), [{ survivorId: contactId, mergedId: other, how: 'person' }]))
    expect([await stateOf(), await stateOf(surveys), await stateOf(newsletter, other)]).toEqual([
      'withdrawn',
      'granted',
      'withdrawn',
    ])
    expect(await stateOf(newsletter, contactId, '2026-03-02T12:00:00Z')).toBe('granted')
    t.clock.advance(day)
    await say('granted')
    expect(await stateOf(newsletter, other)).toBe('granted')
    await t.app.db.transaction().execute(tx => unmergeContacts(tx, acme.ctx(), [merge!.id]))
    expect([await stateOf(), await stateOf(newsletter, other), await stateOf(surveys)]).toEqual([
      'granted',
      'withdrawn',
      undefined,
    ])
  })

  test('are exported with their proof, cells that a spreadsheet would run defused', async () => {
    await acme.owner.call(schema.recordConsent, {
      params: { id: contactId },
      body: { purposeId: newsletter, channel: 'email', state: 'granted', note: '=HYPERLINK("http://evil")' },
    })
    const { status, body } = await acme.owner.request('GET', '/api/v1/consent/export')
    expect(status).toBe(200)
    expect(String(body)).toContain(`newsletter,email,granted,member,Olga Owner,staff,1,Send me news`)
    expect(String(body)).toContain(`"'=HYPERLINK(""http://evil"")"`)
  })
})

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
      purposes: ['newsletter'],
      email,
      language: 'en',
      saidBy: 'customer',
      how: 'form',
    }
    t.clock.advance(1000)
    expect(await requestConsents(t.app.db, acme.ctx(), own)).toBe('sent')
    expect(await isSuppressed()).toBe(true)
    await post(pathIn((await mails())[0]!.text))
    expect([await stateOf(), await isSuppressed()]).toEqual(['granted', false])
  })

  test('does not free an address that complained', async () => {
    await suppress(t.app.db, acme.ctx(), [{ kind: 'email', normal: email }], 'complaint')
    const own: ConsentRequest = {
      contactId,
      purposes: ['newsletter'],
      email,
      language: 'en',
      saidBy: 'customer',
      how: 'form',
    }
    expect(await requestConsents(t.app.db, acme.ctx(), own)).toBe('suppressed')
    expect(await mails()).toEqual([])
  })
})

describe('one-click unsubscribe (RFC 8058)', () => {
  test('a POST without cookies ends it at once, a GET shows a button only, repeating changes nothing', async () => {
    await say('granted')
    const headers = unsubscribeHeaders(t.app, addresseeOf(t.app, acme.id, contactId, { kind: 'email', normal: email }))
    expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    const link = pathIn(headers['List-Unsubscribe']!.slice(1, -1))
    const page = await get(link)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('value="One-Click"')
    expect([await stateOf(), await isSuppressed()]).toEqual(['granted', false])

    t.clock.advance(1000)
    const answer = await post(link, { 'List-Unsubscribe': 'One-Click' })
    expect([answer.statusCode, answer.headers['set-cookie'], answer.headers['location']]).toEqual([
      200,
      undefined,
      undefined,
    ])
    expect([await stateOf(), await isSuppressed()]).toEqual(['withdrawn', true])
    const { length } = (await consents()).history
    await post(link, { 'List-Unsubscribe': 'One-Click' })
    expect((await consents()).history).toHaveLength(length)
  })

  test('takes a multipart body, and nothing else for a yes', async () => {
    const link = linkFor()
    expect((await post(link, { other: 'x' })).statusCode).toBe(400)
    expect(await isSuppressed()).toBe(false)
    const payload = '--b\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n'
    const headers = { 'content-type': 'multipart/form-data; boundary=b' }
    expect((await t.server.inject({ method: 'POST', url: link, headers, payload })).statusCode).toBe(200)
    expect(await isSuppressed()).toBe(true)
  })

  test('of one purpose leaves the others', async () => {
    await say('granted')
    await say('granted', surveys)
    t.clock.advance(1000)
    await post(linkFor(surveys), { 'List-Unsubscribe': 'One-Click' })
    expect([await stateOf(), await stateOf(surveys), await isSuppressed()]).toEqual(['granted', 'withdrawn', false])
  })

  test('an altered link, or one for another page, answers 404 and changes nothing (attack 42)', async () => {
    await say('granted')
    const link = linkFor()
    const other = await preferences()
    for (const url of [
      link.slice(0, -1) + (link.endsWith('A') ? 'B' : 'A'),
      link.replace('/unsubscribe/', '/preferences/'),
      link.replace('/unsubscribe/', '/confirm-consent/'),
      other.replace('/preferences/', '/unsubscribe/'),
      '/unsubscribe/x',
    ]) {
      expect((await get(url)).statusCode).toBe(404)
      expect((await post(url, { 'List-Unsubscribe': 'One-Click', all: 'off' })).statusCode).toBe(404)
    }
    expect([await stateOf(), await isSuppressed()]).toEqual(['granted', false])
  })
})

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

describe('suppression', () => {
  test('outlives the contact: the address comes anew and is still suppressed, and staff may not ask it', async () => {
    await post(linkFor(), { 'List-Unsubscribe': 'One-Click' })
    await acme.owner.call(contacts.deleteContact, { params: { id: contactId } })
    const again = await aContact(email)
    expect((await consents(again)).addresses).toMatchObject([
      { value: email, suppressions: [{ channel: 'email', reason: 'unsubscribed' }] },
    ])
    expect((await request([newsletter], again)).status).toBe(409)
  })

  test('keeps keyed hashes only, different in each workspace', async () => {
    const beta = await t.aWorkspace()
    for (const { ctx } of [acme, beta]) await suppress(t.app.db, ctx(), [{ kind: 'email', normal: email }], 'bounce')
    const { rows } = await sql<{
      row: string
    }>`select s::text as row from suppressions s where s.workspace_id in (${acme.id}, ${beta.id})`.execute(t.app.db)
    expect(rows).toHaveLength(2)
    const hashes = rows.map(({ row }) => /\\\\x[0-9a-f]{64}/.exec(row)?.[0])
    expect(hashes[0]).toBeDefined()
    expect(hashes[0]).not.toBe(hashes[1])
    expect(rows[0]!.row).not.toContain('marta')
  })

  test('staff adds and takes back its own, never what the customer asked for', async () => {
    await post(linkFor(), { 'List-Unsubscribe': 'One-Click' })
    const addresses = [email.toUpperCase(), '+420 601 234 567']
    await acme.owner.call(schema.addSuppressions, { body: { addresses } })
    const check = async () =>
      (await acme.owner.call(schema.checkSuppressions, { body: { addresses } })).items.map(({ suppressions }) =>
        suppressions.map(({ reason }) => reason).sort(),
      )
    expect(await check()).toEqual([['manual', 'unsubscribed'], ['manual']])
    expect((await acme.owner.call(schema.removeSuppressions, { body: { addresses } })).count).toBe(2)
    expect(await check()).toEqual([['unsubscribed'], []])
    const list = await acme.owner.call(schema.listSuppressions, { query: {} })
    expect(list.items).toMatchObject([{ channel: 'email', reason: 'unsubscribed' }])
    expect(JSON.stringify(list)).not.toContain('marta')
    const audited = await t.app.db
      .selectFrom('auditEntries')
      .select('action')
      .where('workspaceId', '=', acme.id)
      .where('action', 'like', 'suppressions.%')
      .execute()
    expect(audited.map(({ action }) => action).sort()).toEqual(['suppressions.added', 'suppressions.removed'])
  })
})

async function pagesOf(pages: AsyncIterable<object[]>): Promise<object[]> {
  const rows: object[] = []
  for await (const page of pages) rows.push(...page)
  return rows
}

test('an erasure takes the address out of the records and leaves them and the suppression', async () => {
  await say('granted')
  t.clock.advance(1000)
  await post(linkFor(), { 'List-Unsubscribe': 'One-Click' })
  const ctx = acme.ctx()
  const person = { ids: [contactId], handles: [{ kind: 'email', value: email, normal: email }], names: [] }
  const own = t.app.personalData.filter(({ name }) => name === 'consents' || name === 'suppressions')
  const read = async () =>
    Object.fromEntries(
      await Promise.all(own.map(async data => [data.name, await pagesOf(data.read(ctx, [contactId], person))])),
    )
  expect(await read()).toMatchObject({
    consents: expect.arrayContaining([expect.objectContaining({ handle: email, note: 'Said it on the phone' })]),
    suppressions: [{ address: email, reason: 'unsubscribed' }],
  })
  for (const data of own) await data.erase(t.app.db, ctx, [contactId], person)
  expect(JSON.stringify((await read())['consents'])).not.toContain('marta')
  expect((await consents()).history.length).toBeGreaterThan(1)
  expect((await consents()).history.every(({ handle, note }) => handle === null && note === null)).toBe(true)
  expect(await isSuppressed()).toBe(true)
})

test('a link in an old mail still stops mail to somebody who was erased, and leaves no other trace', async () => {
  await say('granted')
  const link = linkFor()
  await sql`update contacts set erased_at = now() where workspace_id = ${acme.id} and id = ${contactId}`.execute(
    t.app.db,
  )
  const { length } = (await consents()).history
  expect((await post(link, { 'List-Unsubscribe': 'One-Click' })).statusCode).toBe(200)
  expect(await isSuppressed()).toBe(true)
  expect((await consents()).history).toHaveLength(length)
})

test('many are recorded and read by a fixed number of statements', async () => {
  const ids = await Promise.all(Array.from({ length: 30 }, (_, n) => aContact(`n${n}-${email}`)))
  await recordConsents(
    t.app.db,
    acme.ctx(),
    ids.map(id => ({
      contactId: id,
      purpose: 'newsletter',
      channel: 'email',
      state: 'granted',
      saidBy: 'import',
      how: 'import',
    })),
  )
  const found = await consentsOf(t.app.db, acme.id, ids, t.clock.now())
  expect(ids.map(id => found.get(id)!.map(({ state }) => state))).toEqual(ids.map(() => ['granted']))
})
