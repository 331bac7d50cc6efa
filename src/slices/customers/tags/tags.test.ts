import { beforeEach, expect, test } from 'vitest'
import { within } from '../../../platform/context.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as companies from '../companies/schema.ts'
import * as contacts from '../contacts/schema.ts'
import { systemCtx } from '../../../platform/system-ctx.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

const aTag = (name: string, color: schema.TagColor = 'grey') =>
  acme.owner.call(schema.createTag, { body: { name, color } })

test('lists by name with how many carry each, and finds by part of the name', async () => {
  const vip = await aTag('VIP', 'violet')
  await aTag('beta tester')
  await acme.owner.call(contacts.createContact, { body: { name: 'Ada', tagIds: [vip.id] } })
  await acme.owner.call(companies.createCompany, { body: { name: 'Umbrella', tagIds: [vip.id] } })
  const { items } = await acme.owner.call(schema.listTags, {})
  expect(items).toMatchObject([
    { name: 'beta tester', uses: { contacts: { count: 0, isCapped: false } } },
    {
      name: 'VIP',
      color: 'violet',
      uses: { contacts: { count: 1, isCapped: false }, companies: { count: 1, isCapped: false } },
    },
  ])
  const found = await acme.owner.call(schema.listTags, { query: { q: 'vi', uses: 'false' } })
  expect(found.items).toEqual([vip].map(({ uses: _, ...tag }) => tag))
})

test('a name is taken whatever its case, and the refusal names the tag', async () => {
  const vip = await aTag('VIP')
  const other = await aTag('Other')
  const refusals = [
    await acme.owner.try(schema.createTag, { body: { name: 'vip' } }),
    await acme.owner.try(schema.changeTag, { params: { id: other.id }, body: { name: 'Vip' } }),
  ]
  for (const answer of refusals) expect(answer).toMatchObject({ status: 409, body: { tagId: vip.id } })
  const renamed = await acme.owner.call(schema.changeTag, {
    params: { id: vip.id },
    body: { name: 'Vip', color: 'red' },
  })
  expect(renamed).toMatchObject({ name: 'Vip', color: 'red' })
})

test('deleting says how many carried it and takes it off all of them, those in the bin too', async () => {
  const [vip, kept] = [await aTag('VIP'), await aTag('Kept')]
  const { items } = await acme.owner.call(contacts.contactEndpoints.save, {
    body: { items: Array.from({ length: 7 }, (_, index) => ({ name: `Person ${index}`, tagIds: [kept.id, vip.id] })) },
  })
  await acme.owner.call(contacts.contactEndpoints.delete, { params: { id: items[0]!.id! } })
  const company = await acme.owner.call(companies.createCompany, { body: { name: 'Umbrella', tagIds: [vip.id] } })
  expect(await acme.owner.call(schema.deleteTag, { params: { id: vip.id } })).toEqual({
    contacts: 7,
    companies: 1,
    products: 0,
  })
  await t.runJobs()
  const rows = await t.app.db
    .selectFrom('contacts')
    .select(['tagIds', 'version'])
    .where('workspaceId', '=', acme.id)
    .execute()
  expect(rows.map(row => row.tagIds)).toEqual(Array.from({ length: 7 }, () => [kept.id]))
  expect((await acme.owner.call(companies.getCompany, { params: { id: company.id } })).tagIds).toEqual([])
  const answer = await acme.owner.try(contacts.createContact, { body: { name: 'New', tagIds: [vip.id] } })
  expect(answer).toMatchObject({ status: 422, body: { fields: [{ path: 'tagIds' }] } })
})

test('a record that is being given the tag holds up its deletion, so none keeps a tag that is gone', async () => {
  const vip = await aTag('VIP')
  let deletion: Promise<unknown> | undefined
  await t.app.db.transaction().execute(async tx => {
    const { tagged } = await import('./tagged.ts')
    await tagged.given(within(await systemCtx(t.app, acme.id), tx), 'contact', [{ tagIds: [vip.id] }])
    deletion = acme.owner.call(schema.deleteTag, { params: { id: vip.id } })
    expect(
      await Promise.race([deletion.then(() => 'deleted'), new Promise(resolve => setTimeout(resolve, 200, 'waits'))]),
    ).toBe('waits')
  })
  await deletion
})

test('members make tags, managers delete them, and another workspace sees none of it', async () => {
  const member = await acme.aMember('member')
  const vip = await member.client.call(schema.createTag, { body: { name: 'VIP' } })
  expect((await member.client.try(schema.deleteTag, { params: { id: vip.id } })).status).toBe(403)
  const beta = await t.aWorkspace()
  expect((await beta.owner.try(schema.changeTag, { params: { id: vip.id }, body: { name: 'X' } })).status).toBe(404)
  expect((await beta.owner.try(schema.deleteTag, { params: { id: vip.id } })).status).toBe(404)
  await beta.owner.call(schema.createTag, { body: { name: 'VIP' } })
})
