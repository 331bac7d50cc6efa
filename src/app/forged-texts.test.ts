import { beforeEach, expect, test } from 'vitest'
import { stored } from '../kernel/messages.ts'
import { noName } from '../slices/customers/contacts/contact.ts'
import { stepsOf } from '../slices/customers/imports/imports.fixture.ts'
import { aTestApp, type TestWorkspace } from '../testing/test-app.ts'

/** What looks like a text of our own, and was written by somebody else, is never worded. */
const t = await aTestApp()
let acme: TestWorkspace
let writeKey: string

beforeEach(async () => {
  acme = await t.aWorkspace()
  writeKey = (await acme.owner.request('POST', '/api/v1/collect/sources', { name: 'Shop' })).body.writeKey
})

const identify = (name: string) =>
  t.server.inject({
    method: 'POST',
    url: '/v1/identify',
    headers: { authorization: `Basic ${btoa(`${writeKey}:`)}`, 'content-type': 'application/json' },
    payload: { userId: 'u1', traits: { name, email: 'shop@example.com' } },
  })
const importPerson = (name: string) =>
  stepsOf(t, acme).import('people.csv', `id,name,email\n1,"${name.replaceAll('"', '""')}",file@example.com\n`)
const names = async () => {
  const { status, body } = await acme.owner.request('GET', '/api/v1/contacts?sort=name')
  expect(status).toBe(200)
  return body.items.map(({ name }: { name: string }) => name)
}
const withoutMark = (text: string) => text.slice(1)

const bomb = (depth: number): string =>
  withoutMark(stored({ group: 'members.mails', key: 'text', params: { inviter: depth === 0 ? 'x' : bomb(depth - 1) } }))

test.each([
  ['one of ours', withoutMark(noName)],
  ['one with parameters that are none', '{"group":"contacts.name","key":"visitor","params":{"sign":{"group":1}}}'],
  ['one within one', bomb(1)],
])('%s is a name as any other, through every door', async (_, name) => {
  await acme.owner.request('POST', '/api/v1/contacts', { name, email: 'api@example.com' })
  await identify(name)
  await importPerson(name)
  const shown = await names()
  expect(shown).toHaveLength(3)
  for (const one of shown) expect([name, name.slice(0, 200)]).toContain(one)
})

test('the mark of our own texts gets in at no door', async () => {
  const { status, body } = await acme.owner.request('POST', '/api/v1/contacts', { name: noName })
  expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('characters that are no text')])
  const profile = await acme.owner.request('PATCH', '/api/v1/profile', { name: noName })
  expect(profile.status).toBe(400)
  await identify(noName)
  await importPerson(noName)
  expect(await names()).toEqual([withoutMark(noName), withoutMark(noName)])
})
