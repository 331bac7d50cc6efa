import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { record } from '../../../platform/events/record.ts'
import { anEvent, type LooseEvent } from '../../../testing/an-event.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as companies from '../companies/schema.ts'
import * as contacts from '../contacts/schema.ts'
import * as members from '../../workspace/members/schema.ts'
import * as roles from '../../workspace/roles/schema.ts'
import * as teams from '../../workspace/teams/schema.ts'
import { listFeed } from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

const aContact = (body: { name: string } & Partial<contacts.ContactInput>) =>
  acme.owner.call(contacts.createContact, { body })
const happen = (...events: LooseEvent[]) => record(acme.ctx(), events.map(anEvent))
const read = (query: Record<string, unknown> = {}, client = acme.owner) => client.call(listFeed, { query })
const said = (page: {
  items: { kind: string; contact: { name: string } | null; company: { name: string } | null }[]
}) => page.items.map(({ kind, contact, company }) => `${kind} ${contact?.name ?? company?.name}`)

test('says what happened with whom, newest first, for contacts and companies alike', async () => {
  const company = await acme.owner.call(companies.createCompany, { body: { name: 'Umbrella' } })
  const marta = await aContact({ name: 'Marta', companyId: company.id })
  await happen({ kind: 'message.received', contactId: marta.id, companyId: company.id, channel: 'email' })
  await happen({ kind: 'settings.changed' })
  const page = await read()
  expect(said(page)).toEqual(['message.received Marta', 'contact.created Marta', 'company.created Umbrella'])
  expect(page.items[0]).toMatchObject({
    channel: 'email',
    contact: { id: marta.id },
    company: { id: company.id, name: 'Umbrella' },
  })
  expect(page.items[1]!.actor).toMatchObject({ kind: 'member', name: 'Olga Owner' })
})

test('pages by key without gaps or repeats', async () => {
  const { id: contactId } = await aContact({ name: 'Marta' })
  await happen(...Array.from({ length: 11 }, (_, number) => ({ kind: 'thing.happened', contactId, data: { number } })))
  const numbers: unknown[] = []
  let cursor: string | undefined
  do {
    const page: Awaited<ReturnType<typeof read>> = await read({ limit: 4, ...(cursor ? { cursor } : {}) })
    numbers.push(...page.items.map(item => item.data.number))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(numbers).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, undefined])
})

test('looks a bounded way back at a time, and says where to go on', async () => {
  const { id: contactId } = await aContact({ name: 'Marta' })
  await happen({ kind: 'thing.happened', contactId })
  await happen(...Array.from({ length: 10_500 }, () => ({ kind: 'settings.changed' })))
  const first = await read()
  expect(first.items).toEqual([])
  const second = await read({ cursor: first.nextCursor! })
  expect(said(second)).toEqual(['thing.happened Marta', 'contact.created Marta'])
  expect(second.nextCursor).toBeNull()
})

test('leaves out what an import brought in, page views and customers in the bin', async () => {
  const [marta, jan] = [await aContact({ name: 'Marta' }), await aContact({ name: 'Jan' })]
  await happen({ kind: 'order.placed', contactId: marta.id, importId: newId() })
  await happen({ kind: 'page.viewed', contactId: marta.id, channel: 'web' })
  await acme.owner.call(contacts.contactEndpoints.delete, { params: { id: jan.id } })
  expect(said(await read())).toEqual(['contact.created Marta'])
})

test('a merged contact is called as its survivor', async () => {
  const [marta, twin] = [await aContact({ name: 'Marta' }), await aContact({ name: 'M. N.' })]
  await t.app.db
    .updateTable('contacts')
    .set({ mergedInto: marta.id })
    .where('workspaceId', '=', acme.id)
    .where('id', '=', twin.id)
    .execute()
  await happen({ kind: 'message.received', contactId: twin.id })
  const { items } = await read()
  expect(items[0]).toMatchObject({ contactId: twin.id, contact: { id: marta.id, name: 'Marta' } })
})

test('a member held to their team reads of their own and their team’s customers only', async () => {
  const sales = await acme.owner.call(teams.createTeam, { body: { name: 'Sales' } })
  const petr = await acme.aMember('member')
  await acme.owner.call(members.changeMember, { params: { id: petr.id }, body: { teamIds: [sales.id] } })
  await acme.owner.call(roles.setRecordRules, { body: { member: 'team', manager: 'all' } })
  await aContact({ name: 'Nobody’s' })
  await aContact({ name: 'Of the team', teamId: sales.id })
  await aContact({ name: 'His own', ownerId: petr.id })
  const elsewhere = await acme.owner.call(companies.createCompany, { body: { name: 'Elsewhere' } })
  await aContact({ name: 'Of the team, elsewhere', teamId: sales.id, companyId: elsewhere.id })
  const page = await read({}, petr.client)
  expect(said(page)).toEqual([
    'contact.created Of the team, elsewhere',
    'contact.created His own',
    'contact.created Of the team',
  ])
  expect(page.items[0]!.company).toBeNull()
})

test('shows nothing of another workspace', async () => {
  await aContact({ name: 'Marta' })
  const other = await t.aWorkspace()
  expect(await read({}, other.owner)).toEqual({ items: [], nextCursor: null })
})
