import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { within } from '../../../platform/context.ts'
import { mergeContacts, unmergeContacts } from '../merges/public.ts'
import { consentsOf, recordConsents } from './public.ts'
import * as schema from './schema.ts'
import {
  day,
  t,
  acme,
  contactId,
  newsletter,
  surveys,
  email,
  aContact,
  consents,
  say,
  stateOf,
  post,
  isSuppressed,
  linkFor,
  pagesOf,
  setUp,
} from './consents.fixture.ts'

setUp()

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
      .execute(tx => mergeContacts(within(acme.ctx(), tx), [{ survivorId: contactId, mergedId: other, how: 'person' }]))
    expect([await stateOf(), await stateOf(surveys), await stateOf(newsletter, other)]).toEqual([
      'withdrawn',
      'granted',
      'withdrawn',
    ])
    expect(await stateOf(newsletter, contactId, '2026-03-02T12:00:00Z')).toBe('granted')
    t.clock.advance(day)
    await say('granted')
    expect(await stateOf(newsletter, other)).toBe('granted')
    await t.app.db.transaction().execute(tx => unmergeContacts(within(acme.ctx(), tx), [merge!.id]))
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
  for (const data of own) await data.erase(ctx, [contactId], person)
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
  const found = await consentsOf({ db: t.app.db, workspaceId: acme.id }, ids, t.clock.now())
  expect(ids.map(id => found.get(id)!.map(({ state }) => state))).toEqual(ids.map(() => ['granted']))
})
