import { beforeEach, expect, test } from 'vitest'
import { within } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { textIn } from '../../../../platform/languages.ts'
import { aTestApp, type TestWorkspace } from '../../../../testing/test-app.ts'
import { mergeContacts, unmergeContacts } from '../../merges/public.ts'
import { intake, type Met } from './intake.ts'
import type { Sighting } from './sighting.ts'

const t = await aTestApp()
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

const at = new Date('2026-03-01T10:00:00Z')
const saw = (handles: Record<string, string>, traits?: Sighting['traits'], when = at): Sighting => ({
  handles: Object.entries(handles).map(([kind, value]) => ({ kind: kind as never, value })),
  at: when,
  source: 'shop',
  ...(traits ? { traits } : {}),
})
const meet = (...sightings: Sighting[]): Promise<Met[]> =>
  inTransaction(t.app, ({ db }) => intake(within(acme.ctx(), db), sightings))
const one = async (sighting: Sighting) => (await meet(sighting))[0]!
const rootNow = async (id: string) => {
  const row = await t.app.db
    .selectFrom('contacts')
    .select(['id', 'mergedInto'])
    .where('workspaceId', '=', acme.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.mergedInto ?? row.id
}
const contact = (id: string) =>
  t.app.db
    .selectFrom('contacts')
    .select(['name', 'firstName', 'jobTitle', 'email', 'lifecycle', 'sortName', 'searchText'])
    .where('workspaceId', '=', acme.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
const isIdentifying = async (kind: string) =>
  (
    await t.app.db
      .selectFrom('handles')
      .select('isIdentifying')
      .where('workspaceId', '=', acme.id)
      .where('kind', '=', kind)
      .execute()
  ).map(row => row.isIdentifying)

test('an unknown device is a visitor, met again as the same, listed after everybody with a name', async () => {
  const first = await one(saw({ device: 'd-1' }))
  expect(first.isNew).toBe(true)
  expect(await one(saw({ device: 'd-1' }))).toEqual({ ...first, isNew: false })
  const visitor = await contact(first.contactId)
  expect(visitor.lifecycle).toBe('stranger')
  expect(textIn(visitor.name, 'en')).toMatch(/^Visitor [0-9a-f]{4}$/)
  expect(visitor.sortName > '三浦').toBe(true)
})

test('a visitor whose devices turn out one, and are parted again, stays listed after everybody with a name', async () => {
  const [one, other] = await meet(saw({ device: 'd-1' }), saw({ device: 'd-2' }))
  const before = await contact(one!.contactId)
  const pair = { survivorId: one!.contactId, mergedId: other!.contactId, how: 'person' as const }
  const [merge] = await inTransaction(t.app, ({ db }) => mergeContacts(within(acme.ctx(), db), [pair]))
  expect((await contact(one!.contactId)).sortName).toBe(before.sortName)
  await inTransaction(t.app, ({ db }) => unmergeContacts(within(acme.ctx(), db), [merge!.id]))
  expect(await contact(one!.contactId)).toEqual(before)
})

test('a visitor who is identified becomes part of the person, and later visits stay the device’s', async () => {
  const visitor = await one(saw({ device: 'd-1' }))
  const person = await one(saw({ device: 'd-1', external: 'user:7', email: 'Jan@x.example' }, { firstName: 'Jan' }))
  expect(person.contactId).not.toBe(visitor.contactId)
  expect(await rootNow(visitor.contactId)).toBe(person.rootId)
  const later = await one(saw({ device: 'd-1' }))
  expect(later).toMatchObject({ contactId: visitor.contactId, rootId: person.rootId, isNew: false })
  expect(await contact(person.rootId)).toMatchObject({ name: 'Jan', email: 'jan@x.example', lifecycle: 'lead' })
})

test('two known people on one device are never joined, and the device is taken out again', async () => {
  const anna = await one(saw({ device: 'd-1', external: 'user:anna' }))
  expect(await rootNow((await one(saw({ device: 'd-1' }))).contactId)).toBe(anna.rootId)
  const boris = await one(saw({ device: 'd-1', external: 'user:boris' }))
  expect(boris.rootId).not.toBe(anna.rootId)
  const device = await one(saw({ device: 'd-1' }))
  expect(device.rootId).toBe(device.contactId)
  expect(await isIdentifying('device')).toEqual([false])
  // The two turn out to be one: the device is theirs after all.
  const both = await one(saw({ external: 'user:anna', email: 'anna@x.example' }))
  await meet(saw({ external: 'user:boris', email: 'anna@x.example' }))
  expect(await rootNow(boris.contactId)).toBe(await rootNow(both.contactId))
  expect(await rootNow(device.contactId)).toBe(await rootNow(both.contactId))
  expect(await isIdentifying('device')).toEqual([true])
})

test('the same e-mail joins, that of an office does not', async () => {
  const imported = await acme.owner.request('POST', '/api/v1/contacts', {
    name: 'Marta Nová',
    email: 'marta@x.example',
  })
  const met = await one(saw({ external: 'user:1', email: 'MARTA@x.example' }))
  expect(met).toMatchObject({ rootId: imported.body.id, isNew: false })
  const [two, three] = await meet(
    saw({ external: 'user:2', email: 'kontakt@firma.example' }),
    saw({ external: 'user:3', email: 'kontakt@firma.example' }),
  )
  expect(two!.rootId).not.toBe(three!.rootId)
  expect(await isIdentifying('email')).toEqual([true, false, false])
})

test('a phone joins people whose names agree; names that contradict make it nobody’s and part whom it had joined', async () => {
  const jan = await one(saw({ external: 'user:1', phone: '+420 777 111 222' }, { name: 'Jan Dvořák' }))
  const also = await one(saw({ external: 'user:2', phone: '+420777111222' }, { name: 'J. Dvorak' }))
  expect(await rootNow(also.contactId)).toBe(await rootNow(jan.contactId))
  const eva = await one(saw({ external: 'user:3', phone: '+420777111222' }, { name: 'Eva Malá' }))
  const roots = await Promise.all([jan, also, eva].map(met => rootNow(met.contactId)))
  expect(new Set(roots).size).toBe(3)
  expect(new Set(await isIdentifying('phone'))).toEqual(new Set([false]))
})

test('what is told later wins, what a person wrote stays', async () => {
  const { contactId } = await one(saw({ external: 'user:1' }, { firstName: 'Jan', jobTitle: 'Buyer' }))
  await meet(saw({ external: 'user:1' }, { jobTitle: 'Clerk' }, new Date('2026-02-01T10:00:00Z')))
  expect(await contact(contactId)).toMatchObject({ name: 'Jan', jobTitle: 'Buyer' })
  await meet(saw({ external: 'user:1' }, { jobTitle: 'Head of buying' }, new Date('2026-03-02T09:00:00Z')))
  expect(await contact(contactId)).toMatchObject({ jobTitle: 'Head of buying' })
  await acme.owner.request('PATCH', `/api/v1/contacts/${contactId}`, { jobTitle: 'Director', firstName: 'Honza' })
  await meet(saw({ external: 'user:1' }, { jobTitle: 'Intern', lastName: 'Novák' }, new Date('2026-03-02T09:30:00Z')))
  expect(await contact(contactId)).toMatchObject({ jobTitle: 'Director', firstName: 'Honza' })
})

test('words that stand for no id identify nobody', async () => {
  const met = await meet(
    saw({ external: 'user:undefined', device: 'd-1' }),
    saw({ external: 'user:null', device: 'd-2' }),
  )
  expect(new Set(met.map(one => one.rootId)).size).toBe(2)
})

test('the same stranger met by several at once is one contact', async () => {
  const all = await Promise.all(
    Array.from({ length: 4 }, () => meet(saw({ device: 'd-9', external: 'user:9' }), saw({ device: 'd-8' }))),
  )
  expect(new Set(all.map(([first]) => first!.contactId)).size).toBe(1)
  expect(new Set(all.map(([, second]) => second!.contactId)).size).toBe(1)
})

test('people of whom somebody said that they are not the same are not joined', async () => {
  const [a, b] = await meet(saw({ external: 'user:1' }), saw({ external: 'user:2' }))
  const [aId, bId] = [a!.contactId, b!.contactId].sort() as [string, string]
  await t.app.db
    .insertInto('identityDecisions')
    .values({ workspaceId: acme.id, id: crypto.randomUUID(), aId, bId, verdict: 'different' })
    .execute()
  await meet(saw({ external: 'user:1', email: 'x@x.example' }), saw({ external: 'user:2', email: 'x@x.example' }))
  expect(await rootNow(aId)).not.toBe(await rootNow(bId))
})
