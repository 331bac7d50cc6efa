import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { contactEndpoints, createContact } from '../../slices/customers/contacts/schema.ts'
import { stepsOf } from '../../slices/customers/imports/imports.fixture.ts'
import { addNote, deleteNote, editNote } from '../../slices/customers/notes/schema.ts'
import { createOrder, listOrders, orderEndpoints } from '../../slices/customers/orders/schema.ts'
import { purgeFiles } from '../../slices/customers/files/jobs.ts'
import { timelineOf } from '../../slices/customers/timeline/schema.ts'
import { createProduct } from '../../slices/sales/products/schema.ts'
import { completeTask, createTask } from '../../slices/sales/tasks/schema.ts'
import { listEvents } from '../../slices/workspace/events/schema.ts'
import { aTestApp, type TestWorkspace } from '../../testing/test-app.ts'
import { doors, kinds, type On } from './linked.fixture.ts'

const t = await aTestApp()
let acme: TestWorkspace
let contactId: string

beforeEach(async () => {
  acme = await t.aWorkspace()
  contactId = (await acme.owner.call(createContact, { body: { name: 'Marta' } })).id
})

async function anOrder(number = 'A-1'): Promise<On & { subjectId: string }> {
  const order = await acme.owner.call(createOrder, { body: { contactId, number, amount: 100 } })
  return { subjectKind: 'order', subjectId: order.id }
}

const toldOf = async (table: string, id: string, query = {}) => {
  const { items } = await acme.owner.call(timelineOf(table).list, { params: { id }, query })
  return items.map(({ kind }) => kind)
}

test('what is done with a note stands on the timelines of its order and of the customer, in one order', async () => {
  const on = await anOrder()
  await acme.owner.call(addNote, { body: { ...(await anOrder('A-2')), body: 'On another order' } })
  const note = await acme.owner.call(addNote, { body: { ...on, body: 'Wants it blue' } })
  await acme.owner.call(editNote, { params: { id: note.id }, body: { body: 'Wants it green' } })
  const task = await acme.owner.call(createTask, { body: { ...on, title: 'Send it' } })
  await acme.owner.call(completeTask, { params: { id: task.id } })
  const told = ['task.completed', 'task.created', 'note.edited', 'note.added']
  expect(await toldOf('orders', on.subjectId)).toEqual([...told, 'order.placed'])
  expect((await toldOf('contacts', contactId)).slice(0, 4)).toEqual(told)
  const first = await acme.owner.call(timelineOf('orders').list, { params: { id: on.subjectId }, query: { limit: 3 } })
  expect(await toldOf('orders', on.subjectId, { cursor: first.nextCursor })).toEqual(['note.added', 'order.placed'])
})

test.each(kinds)('a %s on what is in the bin is not shown until that is back', async kind => {
  const on = await anOrder()
  const { make, list } = doors[kind]
  await make(acme.owner, on)
  const order = { params: { id: on.subjectId } }
  await acme.owner.call(orderEndpoints.delete, order)
  expect(await list(acme.owner, {})).toEqual([])
  await acme.owner.call(orderEndpoints.restore, order)
  expect(await list(acme.owner, on)).toHaveLength(1)
})

test('an undo keeps an order that somebody has written on, and tells why', async () => {
  const steps = stepsOf(t, acme)
  const done = await steps.import(
    'orders.csv',
    'Order,Date,Amount,E-mail\nI-1,2026-01-05,10,j@example.com\nI-2,2026-01-06,20,j@example.com\n',
  )
  const { items } = await acme.owner.call(listOrders, { query: { q: 'I-1' } })
  await acme.owner.call(addNote, { body: { subjectKind: 'order', subjectId: items[0]!.id, body: 'Keep it' } })
  const { undo } = await steps.undo(done.id)
  expect(undo).toMatchObject({ removed: { orders: 1 }, kept: [{ name: 'I-1', reason: 'Has a note since.' }, {}] })
})

test('a file on a product is no file that nobody has attached', async () => {
  const product = await acme.owner.call(createProduct, { body: { name: 'Lamp' } })
  const on = { subjectKind: 'product', subjectId: product.id }
  await doors.file.make(acme.owner, on)
  t.clock.advance(8 * 24 * 3600_000)
  await purgeFiles.run(t.app, {}, new AbortController().signal)
  expect(await doors.file.list(acme.owner, on)).toHaveLength(1)
})

test('the log tells of notes on an order to those who may see the order', async () => {
  const on = await anOrder('Nobody’s')
  await sql`update orders set contact_id = null where workspace_id = ${acme.id} and id = ${on.subjectId}`.execute(
    t.app.db,
  )
  await acme.owner.call(addNote, { body: { ...on, body: 'Paid in cash' } })
  const manager = await acme.aMember('manager')
  const notes = async () =>
    (await manager.client.call(listEvents, { query: { 'filter[kind]': 'note.added' } })).items.length
  expect(await notes()).toBe(1)
  await acme.limit('manager')
  expect(await notes()).toBe(0)
})

test('a deleted note is gone from its order, whoever of the customer is in the bin', async () => {
  const on = await anOrder()
  const note = await acme.owner.call(addNote, { body: { ...on, body: 'Wants it blue' } })
  await acme.owner.call(contactEndpoints.delete, { params: { id: contactId } })
  await acme.owner.call(deleteNote, { params: { id: note.id } })
  expect(await doors.note.list(acme.owner, on)).toEqual([])
})

test('the log answers and finds what was done on a record', async () => {
  const { subjectId } = await anOrder()
  await acme.owner.call(addNote, { body: { subjectKind: 'order', subjectId, body: 'Wants it blue' } })
  const { items } = await acme.owner.call(listEvents, { query: { 'filter[linkedId]': subjectId } })
  expect(items).toMatchObject([{ kind: 'note.added', contactId, linkedId: subjectId }])
})

test('the index of the three tables answers what was written on a record latest', async () => {
  const { rows } = await sql<{ tablename: string }>`
    select tablename from pg_indexes where indexdef like '%(workspace_id, subject_id, created_at DESC, id DESC)%'
    order by tablename`.execute(t.app.db)
  expect(rows.map(({ tablename }) => tablename)).toEqual(['files', 'notes', 'tasks'])
})
