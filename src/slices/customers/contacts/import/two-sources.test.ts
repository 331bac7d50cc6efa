import { beforeEach, expect, test } from 'vitest'
import { rightsChanged } from '../../../../platform/auth/rights.ts'
import { aTestApp, type TestWorkspace } from '../../../../testing/test-app.ts'
import { createContact, getContact, listContacts } from '../../contacts/schema.ts'
import { getContactConsents } from '../../consent/schema.ts'
import { duplicates, snapshot, stepsOf } from '../../imports/imports.fixture.ts'
import { chatwoot, hubspot } from './exports.fixture.ts'

const t = await aTestApp({ LOG_LEVEL: 'error' })
let acme: TestWorkspace
let steps: ReturnType<typeof stepsOf>

beforeEach(async () => {
  acme = await t.aWorkspace()
  steps = stepsOf(t, acme)
})

const people = async () => (await acme.owner.call(listContacts, { query: { sort: 'name' } })).items
const whole = async (name: string) =>
  acme.owner.call(getContact, { params: { id: (await people()).find(contact => contact.name === name)!.id } })

/** What holds for the newsletter by e-mail, who said it, and why the address is suppressed. */
const mayMail = async (name: string) => {
  const { id } = await whole(name)
  const { current, addresses } = await acme.owner.call(getContactConsents, { params: { id }, query: {} })
  const standing = current.find(own => own.channel === 'email')
  return [standing?.state, standing?.saidBy, addresses.flatMap(own => own.suppressions)[0]?.reason]
}

test('leave no duplicate by e-mail, phone or identifier', async () => {
  await t.app.db
    .updateTable('members')
    .set({ email: 'olga@acme.test' })
    .where('workspaceId', '=', acme.id)
    .where('id', '=', acme.ownerId)
    .execute()
  rightsChanged()
  const first = await steps.import('contacts.csv', hubspot)
  expect(first.result).toMatchObject({
    rows: { created: 4, updated: 0, unchanged: 0, repeated: 0, refused: 1 },
    warned: 1,
    records: { contacts: { created: 4, updated: 0 }, companies: { created: 2, updated: 0 } },
  })
  expect(first.warnings).toEqual([
    { column: 'Contact owner', reason: expect.stringContaining('nobody@acme.test'), rows: 1, firstRow: 4 },
  ])

  const second = await steps.import('chatwoot.csv', chatwoot)
  expect(second.result).toMatchObject({
    rows: { created: 1, updated: 4, unchanged: 0, repeated: 1, refused: 0 },
    records: { contacts: { created: 1, updated: 4 } },
  })
  expect(await duplicates(t, acme)).toEqual([])
  expect(
    (await people()).map(contact => [
      contact.name,
      contact.email,
      contact.phone,
      contact.companyName,
      contact.lifecycle,
    ]),
  ).toEqual([
    ['Eva Malá', 'eva@example.com', '+420777444555', 'Beta', 'lead'],
    ['Jan Dvořák', 'jan@example.com', '+420777222333', 'Acme', 'lead'],
    ['Marta Nováková', 'marta@example.com', '+420777123456', 'Acme', 'customer'],
    ['New Person', 'new@example.com', '+420777999999', null, 'lead'],
    ['Petr Velký', 'petr@example.com', null, null, 'lead'],
  ])
  const marta = await whole('Marta Nováková')
  expect(marta).toMatchObject({
    ownerId: acme.ownerId,
    createdAt: expect.stringMatching(/^2024-02-01T09:00/),
    fields: { favourite_colour: 'red', unsubscribed: false, custom_attribute_1: 'gold' },
  })
  expect(marta.handles.map(handle => handle.normal).sort()).toEqual([
    '+420777123456',
    'chatwoot:1',
    'hubspot:101',
    'identifier:crm-17',
    'marta@example.com',
  ])
  expect((await whole('Jan Dvořák')).fields).toMatchObject({ unsubscribed: true })
  expect(await mayMail('Jan Dvořák')).toEqual(['withdrawn', 'import', 'unsubscribed'])
  expect(await mayMail('Marta Nováková')).toEqual([undefined, undefined, undefined])
})

test('keep who had unsubscribed, also after an undo, and tell it once however often they are imported', async () => {
  const first = await steps.import('contacts.csv', hubspot)
  const count = async () =>
    (await t.app.db.selectFrom('consents').select('id').where('workspaceId', '=', acme.id).execute()).length
  const before = await count()
  expect(before).toBeGreaterThan(0)
  await steps.import('contacts (1).csv', hubspot)
  expect(await count()).toBe(before)
  await steps.undo(first.id)
  const again = await acme.owner.call(createContact, { body: { name: 'Jan Dvořák', email: 'jan@example.com' } })
  expect(again.email).toBe('jan@example.com')
  expect((await mayMail('Jan Dvořák'))[2]).toBe('unsubscribed')
})

test('imported again change nothing', async () => {
  await steps.import('contacts.csv', hubspot)
  await steps.import('chatwoot.csv', chatwoot)
  const before = await snapshot(t, acme)
  expect((await steps.import('contacts (1).csv', hubspot)).result!.rows).toEqual({
    created: 0,
    updated: 0,
    unchanged: 4,
    repeated: 0,
    refused: 1,
  })
  expect((await steps.import('chatwoot (1).csv', chatwoot)).result!.rows).toEqual({
    created: 0,
    updated: 0,
    unchanged: 6,
    repeated: 0,
    refused: 0,
  })
  expect(await snapshot(t, acme)).toEqual(before)
})

test('undone one after the other leave nothing, and can be imported again', async () => {
  const empty = await snapshot(t, acme)
  const first = await steps.import('contacts.csv', hubspot)
  const one = await snapshot(t, acme)
  const second = await steps.import('chatwoot.csv', chatwoot)
  const both = await snapshot(t, acme)
  const undone = await steps.undo(second.id)
  expect(undone).toMatchObject({
    status: 'undone',
    undo: { removed: { contacts: 1, fields: 1 }, restored: 4, keptCount: 0, conflictCount: 0 },
  })
  expect(await snapshot(t, acme)).toEqual(one)
  expect(await steps.undo(first.id)).toMatchObject({
    status: 'undone',
    undo: { removed: { contacts: 4, companies: 2, fields: 2 }, keptCount: 0 },
  })
  expect({ ...(await snapshot(t, acme)), events: [] }).toEqual({ ...empty, events: [] })
  expect((await steps.run(first.id)).result).toEqual(first.result)
  expect((await steps.import('chatwoot.csv', chatwoot)).result).toEqual(second.result)
  expect(await snapshot(t, acme)).toEqual(both)
})

test('undone the other way round keep what the later one relies on, and lead to no duplicates', async () => {
  const first = await steps.import('contacts.csv', hubspot)
  await steps.import('chatwoot.csv', chatwoot)
  const undone = await steps.undo(first.id)
  expect(undone.error).toBeNull()
  expect(undone.undo).toMatchObject({ removed: { contacts: 0 }, keptCount: 6 })
  expect(undone.undo!.kept.map(kept => kept.reason)).toContain('Another import has added to it since.')
  await steps.import('contacts.csv', hubspot)
  expect(await duplicates(t, acme)).toEqual([])
  expect(await people()).toHaveLength(5)
})
