import { beforeEach, expect, test } from 'vitest'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import { listPurposes, recordConsent } from '../consent/schema.ts'
import { changeContact, createContact } from '../contacts/schema.ts'
import { mergeContacts } from '../merges/schema.ts'
import { listEvents } from '../../workspace/events/schema.ts'
import * as privacy from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace
let survivor: string
let merged: string

beforeEach(async () => {
  acme = await t.aWorkspace()
  survivor = await aContact('Ada')
  merged = await aContact('Bea')
})

const aContact = async (name: string) => (await acme.owner.call(createContact, { body: { name } })).id
const merge = () => acme.owner.call(mergeContacts, { params: { id: survivor }, body: { contactIds: [merged] } })
const aRequest = async () =>
  (await acme.owner.call(privacy.createRequest, { body: { kind: 'access', contactId: merged } })).id

test('requests of a merged contact are on the page of the survivor', async () => {
  const id = await aRequest()
  await merge()
  for (const filter of ['filter[contactId]', 'filter[contactId][in]']) {
    const { items } = await acme.owner.call(privacy.listRequests, { query: { [filter]: survivor } })
    expect(items).toMatchObject([{ id, contactId: survivor, contactName: 'Ada' }])
  }
  const { items } = await acme.owner.call(privacy.listRequests, { query: { 'filter[contactId]': merged } })
  expect(items).toHaveLength(1)
})

test('so are its events in the log and its consents in the proof', async () => {
  const { items: purposes } = await acme.owner.call(listPurposes, {})
  const said = { purposeId: purposes[0]!.id, channel: 'email', state: 'granted', note: 'Said so' } as const
  await acme.owner.call(recordConsent, { params: { id: merged }, body: said })
  await merge()
  const { items } = await acme.owner.call(listEvents, { query: { 'filter[contactId]': survivor } })
  expect(items.map(({ contactId }) => contactId)).toContain(merged)
  const proof = await acme.owner.request('GET', `/api/v1/consent/export?filter[contactId]=${survivor}`)
  expect(proof.body).toContain(`${survivor},Ada,${purposes[0]!.key}`)
  const inCzech = { ...acme.owner.headers, 'accept-language': 'cs' }
  const czech = await acme.owner.with(inCzech).request('GET', '/api/v1/consent/export')
  expect(czech.body).toContain(purposes[0]!.text['cs'])
})

test('a hold on the survivor takes the place of that of the merged contact', async () => {
  const hold = (id: string, reason: string) =>
    acme.owner.call(privacy.holdContact, { params: { id }, body: { reason } })
  await hold(merged, 'A court asks')
  await merge()
  await hold(survivor, 'A lawsuit')
  const { items } = await acme.owner.call(privacy.listLegalHolds, {})
  expect(items).toMatchObject([{ contactId: survivor, reason: 'A lawsuit' }])
})

test('whoever sees the survivor sees its request and its hold', async () => {
  const id = await aRequest()
  await acme.owner.call(privacy.holdContact, { params: { id: merged }, body: { reason: 'A court asks' } })
  await merge()
  const manager = await acme.aMember('manager')
  await acme.limit('manager')
  await acme.owner.call(changeContact, { params: { id: survivor }, body: { ownerId: manager.id } })
  expect((await manager.client.try(privacy.getRequest, { params: { id } })).status).toBe(200)
  const { items } = await manager.client.call(privacy.listLegalHolds, {})
  expect(items).toMatchObject([{ contactId: survivor, contactName: 'Ada' }])
})
