import { beforeEach, expect, test } from 'vitest'
import { stepsOf } from '../slices/customers/imports/imports.fixture.ts'
import { aTestApp, type TestWorkspace } from '../testing/test-app.ts'

/** What a contact is called whom nobody gave a name is worded for its reader, and taken for nobody's name. */
const t = await aTestApp()
let acme: TestWorkspace
let writeKey: string

beforeEach(async () => {
  acme = await t.aWorkspace()
  writeKey = (await acme.owner.request('POST', '/api/v1/collect/sources', { name: 'Shop' })).body.writeKey
})

const called = async (language = 'en') => {
  const { body } = await acme.owner.request('GET', '/api/v1/contacts?sort=name', undefined, {
    'accept-language': language,
  })
  return body.items.map(({ name }: { name: string }) => name)
}
const send = (type: string, message: object) =>
  t.server.inject({
    method: 'POST',
    url: `/v1/${type}`,
    headers: { authorization: `Basic ${btoa(`${writeKey}:`)}`, 'content-type': 'application/json' },
    payload: message,
  })

const likeUnnamed = ['Customer 13085', 'Erased person', 'No name', 'Visitor 7f3a']

test('who is really called what others are called for want of a name keeps it, through every door', async () => {
  for (const [at, name] of likeUnnamed.entries()) {
    await acme.owner.request('POST', '/api/v1/contacts', { name, email: `api${at}@example.com` })
    await send('identify', { userId: `user${at}`, traits: { name, email: `shop${at}@example.com` } })
  }
  const rows = likeUnnamed.map((name, at) => `${13085 + at},${name},file${at}@example.com`)
  const steps = stepsOf(t, acme)
  await steps.import('people.csv', ['id,name,email', ...rows].join('\n'))
  const expected = likeUnnamed.flatMap(name => [name, name, name])
  expect(await called('cs')).toEqual(expected)

  // What comes later is no reason to call them otherwise.
  await send('track', { userId: 'user3', event: 'Seen', context: { traits: { email: 'shop3@example.com' } } })
  await steps.import('again.csv', `id,email\n13085,file0@example.com\n`)
  expect(await called()).toEqual(expected)
})

test('who is called so outlives a merge with somebody whose name is a handle', async () => {
  const { body: smith } = await acme.owner.request('POST', '/api/v1/contacts', { name: 'Customer Smith' })
  const { body: other } = await acme.owner.request('POST', '/api/v1/contacts', { email: 'smith@example.com' })
  await acme.owner.request('POST', `/api/v1/contacts/${other.id}/merges`, { contactIds: [smith.id] })
  expect(await called()).toEqual(['Customer Smith'])
})

test('who has no name is called so in the language of the reader, after all who have one, and found so', async () => {
  const { body: marta } = await acme.owner.request('POST', '/api/v1/contacts', { name: 'Marta' })
  await acme.owner.request('PATCH', `/api/v1/contacts/${marta.id}`, { name: null })
  await acme.owner.request('POST', '/api/v1/contacts', { name: 'Žofie' })
  await send('track', { anonymousId: 'a-device', event: 'Seen' })
  await stepsOf(t, acme).import('ids.csv', 'id,lifecycle\n77,customer\n')
  const [zofie, customer, nobody, visitor] = await called()
  expect([zofie, customer, nobody]).toEqual(['Žofie', 'Customer 77', 'No name'])
  expect(visitor).toMatch(/^Visitor [0-9a-f]{4}$/)
  expect(await called('cs')).toEqual(['Žofie', 'Zákazník 77', 'Bez jména', visitor.replace('Visitor', 'Návštěvník')])
  for (const q of ['customer 77', 'zakaznik 77', 'bez jmena', visitor]) {
    const { body } = await acme.owner.request('GET', `/api/v1/contacts?q=${encodeURIComponent(q)}`)
    expect(body.items).toHaveLength(1)
  }
  const { body: file } = await acme.owner.request('GET', '/api/v1/contacts/export?format=csv', undefined, {
    'accept-language': 'cs',
  })
  expect(file).not.toMatch(/"group"|Zákazník|Bez jména/)
})
