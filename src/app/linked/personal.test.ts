import { expect, test } from 'vitest'
import { createContact } from '../../slices/customers/contacts/schema.ts'
import { createOrder } from '../../slices/customers/orders/schema.ts'
import { aTestApp } from '../../testing/test-app.ts'
import { doors, kinds } from './linked.fixture.ts'

const t = await aTestApp()
const acme = await t.aWorkspace()

/** What is written on the order of a customer is a part of what is held about them. */
test.each(kinds)('a %s on an order is disclosed to its customer, and erased with them', async kind => {
  const { id: contactId } = await acme.owner.call(createContact, { body: { name: 'Marta' } })
  const { id: subjectId } = await acme.owner.call(createOrder, { body: { contactId, number: kind, amount: 100 } })
  const on = { subjectKind: 'order', subjectId }
  const { body } = await doors[kind].make(acme.owner, on)
  const data = t.app.personalData.find(({ name }) => name === `${kind}s`)!
  const person = { ids: [contactId], handles: [], names: ['Marta'] }
  const disclosed: object[] = []
  for await (const rows of data.read(acme.ctx(), person.ids, person)) disclosed.push(...rows)
  expect(disclosed).toMatchObject([{ id: (body as { id: string }).id }])
  await data.erase(acme.ctx(), person.ids, person)
  expect(await doors[kind].list(acme.owner, on)).toEqual([])
})
