import { afterAll, beforeAll, beforeEach } from 'vitest'
import { createTestApp, type TestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as contacts from '../contacts/schema.ts'
import { mergeContacts } from '../merges/schema.ts'
import * as schema from './schema.ts'

export let t: TestApp
export let acme: TestWorkspace
/** A contact of the workspace, which is a new one for each test. */
export let ada: { id: string }

/** For each file of tests of orders. */
export function aShop(): void {
  beforeAll(async () => {
    t = await createTestApp()
  })
  afterAll(() => t.close())
  beforeEach(async () => {
    acme = await t.aWorkspace()
    ada = await acme.owner.call(contacts.createContact, { body: { name: 'Ada' } })
  })
}

let made = 0
export const anOrder = (body: Partial<schema.OrderInput> = {}) =>
  acme.owner.call(schema.createOrder, {
    body: {
      number: `N${++made}`,
      contactId: body.companyId ? undefined : ada.id,
      ...(body.items ? {} : { amount: 1000 }),
      ...body,
    },
  })
export const factsOf = async (id: string) => {
  await t.runJobs()
  return (await acme.owner.call(contacts.getContact, { params: { id } })).facts
}
export const eventsOf = async () =>
  await t.app.db
    .selectFrom('events')
    .select(['kind', 'contactId', 'companyId', 'channel', 'occurredAt', 'data'])
    .where('workspaceId', '=', acme.id)
    .where('subjectType', 'in', ['order', 'return'])
    .orderBy('id')
    .execute()
export const numbers = (page: { items: { number: string }[] }) => page.items.map(item => item.number)
export const listed = async (query: string) => {
  const answer = await acme.owner.request('GET', `/api/v1/orders?${encodeURI(query)}`)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return numbers(answer.body)
}
export const merge = (id: string, into: string) =>
  acme.owner.call(mergeContacts, { params: { id: into }, body: { contactIds: [id] } })
