import { beforeEach, describe, expect, test } from 'vitest'
import { createCompany } from '../../slices/customers/companies/schema.ts'
import { createContact } from '../../slices/customers/contacts/schema.ts'
import { createOrder } from '../../slices/customers/orders/schema.ts'
import { changeTask, createTask, getTask, listTasks } from '../../slices/sales/tasks/schema.ts'
import { getEvent, listEvents } from '../../slices/workspace/events/schema.ts'
import type { ApiClient } from '../../testing/api-client.ts'
import { aTestApp, type TestWorkspace } from '../../testing/test-app.ts'
import { doors, kinds, type On } from './linked.fixture.ts'

/** Whoever is held to their team: who sees a record sees its events, and of what it hangs on what they may see. */
const t = await aTestApp()
let acme: TestWorkspace
let petr: { id: string; client: ApiClient }
let on: { contact: On; company: On; order: On }

beforeEach(async () => {
  acme = await t.aWorkspace()
  petr = await acme.aMember('manager')
  await acme.limit('manager')
  const contact = await acme.owner.call(createContact, { body: { name: 'Marta' } })
  const company = await acme.owner.call(createCompany, { body: { name: 'Lamp Ltd' } })
  const order = await acme.owner.call(createOrder, { body: { contactId: contact.id, number: 'A-1', amount: 100 } })
  on = {
    contact: { contactId: contact.id },
    company: { companyId: company.id },
    order: { subjectKind: 'order', subjectId: order.id },
  }
})

const eventsOf = async (client: ApiClient, subjectId: string) =>
  (await client.call(listEvents, { query: { 'filter[subjectId]': subjectId } })).items

describe.each(kinds)('a %s', kind => {
  test.each(['contact', 'company', 'order'] as const)(
    'on a %s that they may not see has no events for them',
    async at => {
      const { id } = (await doors[kind].make(acme.owner, on[at])).body as { id: string }
      const [event] = await eventsOf(acme.owner, id)
      expect(await eventsOf(petr.client, id)).toEqual([])
      expect((await petr.client.call(listEvents, {})).items.map(({ subjectId }) => subjectId)).not.toContain(id)
      expect((await petr.client.try(getEvent, { params: { id: event!.id } })).status).toBe(404)
    },
  )
})

test('a task on nothing that is not theirs has no events for them', async () => {
  const { id } = await acme.owner.call(createTask, { body: { title: 'Secret' } })
  await acme.owner.call(changeTask, { params: { id }, body: { title: 'Top secret' } })
  expect(await eventsOf(acme.owner, id)).toHaveLength(2)
  expect(await eventsOf(petr.client, id)).toEqual([])
})

test.each(['contact', 'company', 'order'] as const)(
  'a task that is theirs, on a %s that they may not see, has events and names nothing',
  async at => {
    const { id } = await acme.owner.call(createTask, { body: { title: 'Call', assigneeId: petr.id, ...on[at] } })
    const unnamed = { contactName: null, companyName: null, subjectName: null }
    expect(await petr.client.call(getTask, { params: { id } })).toMatchObject(unnamed)
    expect((await petr.client.call(listTasks, {})).items).toMatchObject([{ id, ...unnamed }])
    expect((await petr.client.call(listTasks, { query: { q: 'Marta' } })).items).toEqual([])
    expect((await eventsOf(petr.client, id)).map(({ kind }) => kind)).toEqual(['task.created'])
  },
)
