import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { createContact } from '../../slices/customers/contacts/schema.ts'
import { createOrder, orderEndpoints } from '../../slices/customers/orders/schema.ts'
import { changeFile, file } from '../../slices/customers/files/schema.ts'
import { timelineOf } from '../../slices/customers/timeline/schema.ts'
import { createProduct } from '../../slices/sales/products/schema.ts'
import { changeTask, createTask } from '../../slices/sales/tasks/schema.ts'
import { aTestApp, type TestWorkspace } from '../../testing/test-app.ts'
import { doors, kinds, tryUpload, type On } from './linked.fixture.ts'

/** No foreign key holds what something hangs on: every door refuses what is not there, or not the actor's to see. */
const t = await aTestApp()
let acme: TestWorkspace
let on: On
let contactId: string

beforeEach(async () => {
  acme = await t.aWorkspace()
  contactId = (await acme.owner.call(createContact, { body: { name: 'Marta' } })).id
  const order = await acme.owner.call(createOrder, { body: { contactId, number: 'A-1', amount: 100 } })
  on = { subjectKind: 'order', subjectId: order.id }
})

describe.each(kinds)('a %s', kind => {
  const { make, list } = doors[kind]

  test('hangs on an order and on its customer, whose name and company are not asked for', async () => {
    const answer = await make(acme.owner, on)
    expect(answer).toMatchObject({ status: 201, body: { ...on, subjectName: 'A-1', contactId, contactName: 'Marta' } })
    expect(await list(acme.owner, on)).toHaveLength(1)
    expect(await list(acme.owner, { contactId })).toHaveLength(1)
    const told = async (table: string, id: string) =>
      (await acme.owner.call(timelineOf(table).list, { params: { id } })).items.find(item => item.kind.startsWith(kind))
    expect(await told('contacts', contactId)).toMatchObject({
      linked: { kind: 'order', id: on.subjectId, name: 'A-1' },
    })
    expect(await told('orders', on.subjectId!)).toMatchObject({ linked: null })
    expect(await list(acme.owner, { ...on, subjectId: newId() })).toEqual([])
  })

  test('hangs on a product, which is nobody’s', async () => {
    const product = await acme.owner.call(createProduct, { body: { name: 'Lamp' } })
    const answer = await make(acme.owner, { subjectKind: 'product', subjectId: product.id })
    expect(answer).toMatchObject({ status: 201, body: { subjectName: 'Lamp', contactId: null, companyId: null } })
  })

  test('is a contact’s own where the contact is named as a record of any kind', async () => {
    const contact = { subjectKind: 'contact', subjectId: contactId }
    expect(await make(acme.owner, contact)).toMatchObject({ status: 201, body: { contactId, subjectKind: null } })
    expect(await list(acme.owner, contact)).toHaveLength(1)
  })

  test.each<[string, number, (on: On) => On | Promise<On>]>([
    ['a kind that there is not', 400, on => ({ ...on, subjectKind: 'lamp' })],
    ['a kind that nothing is written on', 400, on => ({ ...on, subjectKind: 'return' })],
    ['a kind without a record', 404, ({ subjectKind }) => ({ subjectKind: subjectKind! })],
    ['a record without its kind', 400, ({ subjectId }) => ({ subjectId: subjectId! })],
    ['a record that there is not', 404, on => ({ ...on, subjectId: newId() })],
    ['a record of another kind', 404, on => ({ ...on, subjectKind: 'product' })],
    ['a customer beside the record', 400, on => ({ ...on, contactId })],
    [
      'a customer beside a customer',
      400,
      ({ subjectId }) => ({ subjectKind: 'contact', subjectId: subjectId!, contactId }),
    ],
    ['a record of another workspace', 404, async on => ({ ...on, subjectId: await elsewhere() })],
    ['a record in the bin', 404, async on => inBin(on)],
  ])('is refused on %s', async (_name, status, wrong) => {
    const answer = await make(acme.owner, await wrong(on))
    expect(answer.status).toBe(status)
  })

  test('is refused on a record that the actor may not see, and not shown to them', async () => {
    expect((await make(acme.owner, on)).status).toBe(201)
    const petr = await acme.aMember('member')
    await acme.limit('member')
    expect((await make(petr.client, on)).status).toBe(404)
    expect(await list(petr.client, on)).toEqual([])
    expect(await list(petr.client, {})).toEqual([])
  })
})

test('a task and a file are not moved to what there is not either', async () => {
  const task = await acme.owner.call(createTask, { body: { title: 'Call', contactId } })
  const stored = file.parse((await tryUpload(acme.owner, { contactId })).body)
  const nowhere = { ...on, subjectId: newId() }
  expect((await acme.owner.try(changeTask, { params: { id: task.id }, body: nowhere })).status).toBe(404)
  expect((await acme.owner.try(changeFile, { params: { id: stored.id }, body: nowhere })).status).toBe(404)
  expect(await acme.owner.call(changeTask, { params: { id: task.id }, body: on })).toMatchObject({ ...on, contactId })
  expect(await acme.owner.call(changeFile, { params: { id: stored.id }, body: on })).toMatchObject(on)
})

async function elsewhere(): Promise<string> {
  const beta = await t.aWorkspace()
  const contact = await beta.owner.call(createContact, { body: { name: 'Jan' } })
  return (await beta.owner.call(createOrder, { body: { contactId: contact.id, number: 'B-1', amount: 1 } })).id
}

async function inBin(on: On): Promise<On> {
  await acme.owner.call(orderEndpoints.delete, { params: { id: on.subjectId! } })
  return on
}
