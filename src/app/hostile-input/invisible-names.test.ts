import { expect, test } from 'vitest'
import { stepsOf } from '../../slices/customers/imports/imports.fixture.ts'
import { aTestApp } from '../../testing/test-app.ts'

const t = await aTestApp()
const unseen = '\u200b\ufeff\u2060'

/** A name of nothing but signs that nobody sees is no name, whoever tells it. */
test('through every door a contact without a visible name is called by its address', async () => {
  const acme = await t.aWorkspace()
  await acme.owner.request('POST', '/api/v1/contacts', { name: unseen, email: 'api@example.com' })
  await stepsOf(t, acme).import('people.csv', `name,email\n${unseen},file@example.com\n`)
  const { body: source } = await acme.owner.request('POST', '/api/v1/collect/sources', { name: 'Shop' })
  const sent = await t.server.inject({
    method: 'POST',
    url: '/v1/identify',
    headers: { authorization: `Basic ${btoa(`${source.writeKey}:`)}`, 'content-type': 'application/json' },
    payload: { userId: '7', traits: { name: unseen, email: 'shop@example.com', company: { name: unseen } } },
  })
  expect(sent.body).toBe('{"success":true}')
  await t.runJobs()
  const { body: contacts } = await acme.owner.request('GET', '/api/v1/contacts?sort=name')
  expect(contacts.items.map((contact: any) => contact.name)).toEqual([
    'api@example.com',
    'file@example.com',
    'shop@example.com',
  ])
  const { body: companies } = await acme.owner.request('GET', '/api/v1/companies')
  expect(companies.items).toEqual([])
})
