import { beforeEach, expect, test } from 'vitest'
import { aTestApp, type TestWorkspace } from '../../../../testing/test-app.ts'
import { changeContact, getContact, listContacts } from '../../contacts/schema.ts'
import { mergeContacts, undoMerge } from '../../merges/schema.ts'
import { listOrders } from '../../orders/schema.ts'
import { duplicates, stepsOf } from '../../imports/imports.fixture.ts'

const t = await aTestApp({ LOG_LEVEL: 'error' })
let acme: TestWorkspace
let steps: ReturnType<typeof stepsOf>

beforeEach(async () => {
  acme = await t.aWorkspace()
  steps = stepsOf(t, acme)
})

const read = (id: string) => acme.owner.call(getContact, { params: { id } })
const exported = async () => (await acme.owner.request('GET', '/api/v1/contacts/export?format=csv')).body as string
const importAs = (source: string, content: string) =>
  steps.import(`${source}.csv`, content, { source, options: { update: 'all' } })

const shop = (city: string, job: string) =>
  `id,name,email,city,job title\n1,Justin T,justin@shop.example,${city},${job}\n`
const club = (city: string, phone: string) =>
  `id,name,email,city,phone\n7,Prime Minister,pm@club.example,${city},${phone}\n`

/** The same person of two sources, merged. */
async function two() {
  await importAs('shop', shop('', 'Leader'))
  await importAs('club', club('Ottawa', '+14165550123'))
  const { items } = await acme.owner.call(listContacts, { query: { sort: 'name' } })
  const [a, b] = [items[0]!, items[1]!]
  const { items: made } = await acme.owner.call(mergeContacts, { params: { id: a.id }, body: { contactIds: [b.id] } })
  return { a: a.id, b: b.id, mergeId: made[0]!.id }
}

test('both sources imported again after a merge change their own, and nobody is doubled', async () => {
  const { a, b, mergeId } = await two()
  expect(await read(a)).toMatchObject({ name: 'Justin T', city: 'Ottawa', jobTitle: 'Leader' })
  const again = await importAs('club', club('Montreal', '+14165550199'))
  expect(again.result).toMatchObject({ records: { contacts: { created: 0, updated: 1 } } })
  expect(await read(a)).toMatchObject({
    id: a,
    name: 'Justin T',
    city: 'Montreal',
    jobTitle: 'Leader',
    phone: '+14165550199',
  })
  await importAs('shop', shop('Montreal', 'Writer'))
  expect(await read(b)).toMatchObject({ id: a, city: 'Montreal', jobTitle: 'Writer' })
  expect(await duplicates(t, acme)).toEqual([])
  await acme.owner.call(undoMerge, { params: { id: mergeId } })
  expect(await read(a)).toMatchObject({
    city: 'Montreal',
    jobTitle: 'Writer',
    phone: null,
    email: 'justin@shop.example',
  })
  expect(await read(b)).toMatchObject({
    name: 'Prime Minister',
    city: 'Montreal',
    jobTitle: null,
    phone: '+14165550199',
    email: 'pm@club.example',
  })
})

test('an import into merged contacts is undone like any other; an edit over it stays', async () => {
  const { a, b, mergeId } = await two()
  await acme.owner.call(changeContact, { params: { id: a }, body: { jobTitle: 'Chair' } })
  const { id } = await importAs('club', club('Quebec', '+14165550123'))
  expect(await read(a)).toMatchObject({ city: 'Quebec', jobTitle: 'Chair' })
  await steps.undo(id)
  expect(await read(a)).toMatchObject({ city: 'Ottawa', jobTitle: 'Chair', phone: '+14165550123' })
  await acme.owner.call(undoMerge, { params: { id: mergeId } })
  expect(await read(a)).toMatchObject({ city: null, jobTitle: 'Chair' })
  expect(await read(b)).toMatchObject({ city: 'Ottawa', jobTitle: null })
})

test('a dry run over merged contacts says what then happens, and the same file again changes nothing', async () => {
  const { mergeId } = await two()
  for (const [source, content] of [
    ['shop', shop('', 'Leader')],
    ['club', club('Ottawa', '+14165550123')],
  ] as const) {
    const { result } = await importAs(source, content)
    expect(result).toMatchObject({ rows: { unchanged: 1 }, records: { contacts: { created: 0, updated: 0 } } })
  }
  const before = await exported()
  await acme.owner.call(undoMerge, { params: { id: mergeId } })
  expect((await exported()).split('\n').length).toBe(before.split('\n').length + 1)
})

test('orders of a merged contact’s address are its own, and count for the survivor', async () => {
  const { a, b, mergeId } = await two()
  await importAs('till', 'order number,email,amount,order date\nT-1,pm@club.example,50,2026-01-05\n')
  await t.runJobs()
  expect((await read(a)).facts).toMatchObject({ orders: 1 })
  await acme.owner.call(undoMerge, { params: { id: mergeId } })
  await t.runJobs()
  expect((await read(a)).facts).toMatchObject({ orders: 0 })
  expect((await read(b)).facts).toMatchObject({ orders: 1 })
  expect((await acme.owner.call(listOrders, { query: { 'filter[contactId]': b } })).items).toHaveLength(1)
})

test('imports are undone after all merges are, and leave nothing', async () => {
  const first = await importAs('shop', shop('', 'Leader'))
  const second = await importAs('club', club('Ottawa', '+14165550123'))
  const { items } = await acme.owner.call(listContacts, { query: { sort: 'name' } })
  const { items: made } = await acme.owner.call(mergeContacts, {
    params: { id: items[0]!.id },
    body: { contactIds: [items[1]!.id] },
  })
  const kept = await steps.undo(second.id)
  expect(kept.undo!.kept[0]!.reason).toContain('Merged')
  expect(await read(items[0]!.id)).toMatchObject({ name: 'Justin T', city: null, jobTitle: 'Leader' })
  await acme.owner.call(undoMerge, { params: { id: made[0]!.id } })
  await steps.undo(first.id)
  expect((await acme.owner.call(listContacts, {})).items.map(item => item.name)).toEqual(['Prime Minister'])
})
