import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import { listContacts } from '../contacts/schema.ts'
import { upload } from './upload.fixture.ts'
import * as schema from './schema.ts'

let t: TestApp
let acme: TestWorkspace

beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())
beforeEach(async () => {
  acme = await t.aWorkspace()
})

async function check(id: string) {
  await acme.owner.call(schema.checkImport, { params: { id } })
  await t.runJobs()
  return acme.owner.call(schema.getImport, { params: { id } })
}
async function run(id: string) {
  await acme.owner.call(schema.runImport, { params: { id } })
  await t.runJobs()
  return acme.owner.call(schema.getImport, { params: { id } })
}
async function undo(id: string) {
  await acme.owner.call(schema.undoImport, { params: { id } })
  await t.runJobs()
  return acme.owner.call(schema.getImport, { params: { id } })
}
const file = (name: string, text: string) => upload(acme.owner, name, text)

const hubspotFile = `Record ID,First Name,Last Name,Email,Phone Number,Company name,Contact owner,Lifecycle Stage,Create Date,Unsubscribed from all email,Favourite colour
101,Marta,Nováková,Marta@Example.com,+420 777 123 456,Acme,,Customer,2024-02-01 10:00,false,red
102,Jan,Dvořák,jan@example.com,777 222 333,Acme,,Lead,2024-02-02 10:00,true,blue
103,Eva,Malá,,777 444 555,Beta,,Lead,,,
104,Petr,Velký,petr@example.com,,,,Lead,,,green
105,Bad,Row,not-an-address,,,,,,,
`

describe('contacts', () => {
  test('a HubSpot export: draft, check, run, errors', async () => {
    const draft = await file('hubspot-crm-exports-contacts.csv', hubspotFile)
    expect(draft).toMatchObject({
      object: 'contacts',
      preset: { key: 'hubspot-contacts' },
      source: 'hubspot',
      status: 'draft',
      missing: [],
    })
    const preview = await acme.owner.call(schema.previewImport, { params: { id: draft.id } })
    expect(preview.items).toHaveLength(5)
    expect(preview.items[4]!.problems[0]).toMatchObject({ column: 'Email' })

    const checked = await check(draft.id)
    expect(checked.status).toBe('checked')
    expect(checked.check).toMatchObject({
      rows: { created: 4, updated: 0, unchanged: 0, repeated: 0, refused: 1 },
      contacts: { created: 4, updated: 0 },
      companies: { created: 2, updated: 0 },
    })
    expect((await acme.owner.call(listContacts, { query: { total: 'true' } })).total!.count).toBe(0)

    const done = await run(draft.id)
    expect(done.error).toBeNull()
    expect(done.status).toBe('done')
    expect(done.result).toEqual(checked.check)
    const contacts = await acme.owner.call(listContacts, { query: { sort: 'name' } })
    expect(
      contacts.items.map(contact => [
        contact.name,
        contact.email,
        contact.phone,
        contact.companyName,
        contact.lifecycle,
      ]),
    ).toEqual([
      ['Eva Malá', null, '+420777444555', 'Beta', 'lead'],
      ['Jan Dvořák', 'jan@example.com', '+420777222333', 'Acme', 'lead'],
      ['Marta Nováková', 'marta@example.com', '+420777123456', 'Acme', 'customer'],
      ['Petr Velký', 'petr@example.com', null, null, 'lead'],
    ])
    expect(contacts.items[1]!.fields).toEqual({ unsubscribed: true, favourite_colour: 'blue' })
    const errors = await acme.owner.request('GET', `/api/v1/imports/${draft.id}/errors?format=csv`)
    expect(errors.body).toContain('not-an-address')
  })
})
void undo
