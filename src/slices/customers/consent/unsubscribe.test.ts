import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import * as contacts from '../contacts/schema.ts'
import { addresseeOf, unsubscribeHeaders } from './links.ts'
import { suppress } from './public.ts'
import * as schema from './schema.ts'
import {
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
  request,
  pathIn,
  get,
  post,
  isSuppressed,
  linkFor,
  preferences,
  setUp,
} from './consents.fixture.ts'

setUp()

describe('one-click unsubscribe (RFC 8058)', () => {
  test('a POST without cookies ends it at once, a GET shows a button only, repeating changes nothing', async () => {
    await say('granted')
    const headers = unsubscribeHeaders(
      t.app,
      addresseeOf({ app: t.app, workspaceId: acme.id }, contactId, { kind: 'email', normal: email }),
    )
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

describe('suppression', () => {
  test('outlives the contact: the address comes anew and is still suppressed, and staff may not ask it', async () => {
    await post(linkFor(), { 'List-Unsubscribe': 'One-Click' })
    await acme.owner.call(contacts.contactEndpoints.delete, { params: { id: contactId } })
    const again = await aContact(email)
    expect((await consents(again)).addresses).toMatchObject([
      { value: email, suppressions: [{ channel: 'email', reason: 'unsubscribed' }] },
    ])
    expect((await request([newsletter], again)).status).toBe(409)
  })

  test('keeps keyed hashes only, different in each workspace', async () => {
    const beta = await t.aWorkspace()
    for (const { ctx } of [acme, beta]) await suppress(ctx(), [{ kind: 'email', normal: email }], 'bounce')
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
