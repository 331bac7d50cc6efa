import { beforeEach, expect, test } from 'vitest'
import { signToken } from '../../../platform/crypto/sign.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import { createContact, getContact } from '../contacts/schema.ts'
import { timelineOf } from '../timeline/schema.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

const aContact = (body: object) => acme.owner.call(createContact, { body })
const read = (id: string) => acme.owner.call(getContact, { params: { id } })
const send = (id: string, value: string) =>
  acme.owner.call(schema.sendClaim, { params: { id }, body: { kind: 'email', value } })

/** The mail that was sent last: its address, the path of its link, and its code. */
async function lastMail(): Promise<{ to: string; path: string; code: string }> {
  const { toAddress, text } = await t.app.db
    .selectFrom('outgoingMail')
    .select(['toAddress', 'text'])
    .where('workspaceId', '=', acme.id)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return {
    to: toAddress,
    path: new URL(/https?:\S+\/claims\/\S+/.exec(text)![0]).pathname,
    code: /\b\d{6}\b/.exec(text)![0],
  }
}

const visit = (path: string) => t.server.inject({ method: 'GET', url: path })
const post = (path: string, code?: string) =>
  t.server.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: code === undefined ? '' : `code=${code}`,
  })

test('the link of the mail adds a verified handle; opening it changes nothing, and it works once', async () => {
  const ada = await aContact({ name: 'Ada' })
  expect(await send(ada.id, 'ada@example.com')).toMatchObject({ status: 'open', value: 'ada@example.com' })
  const { to, path } = await lastMail()
  expect(to).toBe('ada@example.com')
  const page = await visit(path)
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('a•••@e•••.com')
  expect(page.body).not.toContain('Ada')
  expect((await read(ada.id)).handles).toEqual([])
  expect((await post(path)).statusCode).toBe(200)
  const [handle] = (await read(ada.id)).handles
  expect(handle).toMatchObject({ value: 'ada@example.com', isPrimary: true, source: 'claim' })
  expect(handle!.verifiedAt).not.toBeNull()
  expect((await read(ada.id)).email).toBe('ada@example.com')
  for (const again of [await visit(path), await post(path)]) expect(again.statusCode).toBe(404)
  const { items } = await acme.owner.call(schema.listClaims, { params: { id: ada.id } })
  expect(items.map(item => item.status)).toEqual(['confirmed'])
})

test('a handle that another contact had joins the two, and can be taken back', async () => {
  const visitor = await aContact({ handles: [{ kind: 'x', value: '@primeminister' }] })
  const known = await aContact({ firstName: 'Justin', lastName: 'T', email: 'justin@example.com' })
  await send(visitor.id, 'justin@example.com')
  const { path } = await lastMail()
  expect((await post(path)).statusCode).toBe(200)
  const one = await read(visitor.id)
  expect(one).toMatchObject({ id: known.id, name: 'Justin T' })
  expect(one.handles).toHaveLength(2)
  const [made] = (await acme.owner.call(schema.listContactMerges, { params: { id: visitor.id } })).items
  expect(made).toMatchObject({ how: 'claim', evidence: { kind: 'email' }, by: null })
  const { items } = await acme.owner.call(timelineOf('contacts').list, { params: { id: known.id }, query: {} })
  expect(items.find(item => item.kind === 'handle.claimed')!.data).toMatchObject({ mergeId: made!.id })
  await acme.owner.call(schema.undoMerge, { params: { id: made!.id } })
  expect((await read(visitor.id)).id).toBe(visitor.id)
})

test('the code is asked for five times at most', async () => {
  const ada = await aContact({ name: 'Ada' })
  const first = await send(ada.id, 'ada@example.com')
  const path = new URL(first.codeUrl).pathname
  const { code } = await lastMail()
  const wrong = code === '000000' ? '111111' : '000000'
  for (let at = 0; at < 5; at++) expect((await post(path, wrong)).statusCode).toBe(400)
  expect((await post(path, code)).statusCode).toBe(429)
  expect((await read(ada.id)).handles).toEqual([])
  const second = await send(ada.id, 'ada@example.com')
  const again = (await lastMail()).code
  expect((await post(new URL(second.codeUrl).pathname, ` ${again.slice(0, 3)} ${again.slice(3)}`)).statusCode).toBe(200)
  expect((await read(ada.id)).handles).toHaveLength(1)
})

test('many codes tried at once count like those tried one by one', async () => {
  const ada = await aContact({ name: 'Ada' })
  const path = new URL((await send(ada.id, 'ada@example.com')).codeUrl).pathname
  const { code } = await lastMail()
  const wrong = code === '000000' ? '111111' : '000000'
  const answers = await Promise.all(Array.from({ length: 20 }, () => post(path, wrong)))
  expect(answers.filter(answer => answer.statusCode === 400)).toHaveLength(5)
})

test('links that are altered, too old, or made for something else are none', async () => {
  const [ada, bob] = [await aContact({ name: 'Ada' }), await aContact({ name: 'Bob' })]
  await send(ada.id, 'ada@example.com')
  const { path } = await lastMail()
  const claimId = (await acme.owner.call(schema.listClaims, { params: { id: ada.id } })).items[0]!.id
  const later = new Date(t.clock.now().getTime() + 3600_000)
  const forged = signToken(t.app.secret, 'preferences', { w: acme.id, c: claimId }, later)
  const otherTenant = (await t.aWorkspace()).id
  const elsewhere = signToken(t.app.secret, 'claim', { w: otherTenant, c: claimId }, later)
  const [body, signature] = path.slice('/claims/'.length).split('.')
  for (const token of [`${body}x.${signature}`, `${body}.${signature!.slice(0, -1)}`, 'x', '.', forged, elsewhere]) {
    expect((await visit(`/claims/${token}`)).statusCode).toBe(404)
    expect((await post(`/claims/${token}`)).statusCode).toBe(404)
  }
  expect((await read(bob.id)).handles).toEqual([])
  t.clock.advance(25 * 3600_000)
  expect((await post(path)).statusCode).toBe(404)
  expect((await read(ada.id)).handles).toEqual([])
  const { items } = await acme.owner.call(schema.listClaims, { params: { id: ada.id } })
  expect(items.map(item => item.status)).toEqual(['expired'])
})

test('an address is asked three times an hour at most, and only addresses that a mail reaches', async () => {
  const ada = await aContact({ name: 'Ada' })
  for (let at = 0; at < 3; at++) await send(ada.id, 'victim@example.com')
  const attempt = (kind: 'email' | 'phone', value: string) =>
    acme.owner.try(schema.sendClaim, { params: { id: ada.id }, body: { kind, value } })
  expect((await attempt('email', 'Victim@example.com')).status).toBe(429)
  const phone = await attempt('phone', '+420601000001')
  expect(phone.status).toBe(422)
  expect(phone.body.detail ?? phone.body.message).toContain('no channel')
})
