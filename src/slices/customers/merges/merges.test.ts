import { beforeEach, describe, expect, test } from 'vitest'
import type { ApiClient } from '../../../testing/api-client.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import {
  addHandle,
  changeContact,
  changeHandle,
  createContact,
  contactEndpoints,
  getContact,
  listHandles,
} from '../contacts/schema.ts'
import { addNote, listNotes } from '../notes/schema.ts'
import { createOrder, listOrders } from '../orders/schema.ts'
import { timelineOf } from '../timeline/schema.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

const aContact = (body: object, client: ApiClient = acme.owner) => client.call(createContact, { body })
const read = (id: string) => acme.owner.call(getContact, { params: { id } })
async function merge(survivorId: string, ...contactIds: string[]): Promise<string[]> {
  const { items } = await acme.owner.call(schema.mergeContacts, { params: { id: survivorId }, body: { contactIds } })
  return items.map(item => item.id)
}
const undo = (id: string) => acme.owner.call(schema.undoMerge, { params: { id } })

/** The contacts as a list exports them: what must be the same after an undo. */
async function exported(): Promise<string> {
  const answer = await acme.owner.request('GET', '/api/v1/contacts/export?format=csv')
  expect(answer.body).toContain('updatedAt')
  return answer.body
}

describe('a merge and its undo', () => {
  test('fill what is blank, and give each its own back', async () => {
    const a = await aContact({ name: 'Justin T', email: 'justin@example.com' })
    const b = await aContact({ name: 'Prime Minister', jobTitle: 'PM', city: 'Ottawa', phone: '+14165550123' })
    const before = await exported()
    const [mergeId] = await merge(a.id, b.id)
    const one = await read(b.id)
    expect(one).toMatchObject({ id: a.id, name: 'Justin T', jobTitle: 'PM', city: 'Ottawa', phone: '+14165550123' })
    expect(one.mergedIds).toEqual([b.id])
    expect(one.handles.map(handle => handle.contactId).sort()).toEqual([a.id, b.id].sort())
    await t.runJobs()
    await undo(mergeId!)
    await t.runJobs()
    expect(await exported()).toBe(before)
    for (const was of [a, b]) {
      const { version: _, ...is } = await read(was.id)
      const { version: __, ...then } = was
      expect(is).toEqual(then)
    }
  })

  test('everything that counts follows, and goes back with what came since', async () => {
    const a = await aContact({ name: 'Ada', email: 'ada@example.com' })
    const b = await aContact({ name: 'Bea', email: 'bea@example.com' })
    const order = (contactId: string, number: string, amount: number) =>
      acme.owner.call(createOrder, { body: { contactId, number, amount } })
    await order(a.id, '1', 100)
    await order(b.id, '2', 20)
    await acme.owner.call(addNote, { body: { contactId: b.id, body: 'Likes tea' } })
    const [mergeId] = await merge(a.id, b.id)
    await order(b.id, '3', 3)
    await t.runJobs()
    for (const id of [a.id, b.id]) {
      expect((await read(id)).facts).toMatchObject({ orders: 3, netAmount: 123 })
      expect((await acme.owner.call(listOrders, { query: { 'filter[contactId]': id } })).items).toHaveLength(3)
      expect((await acme.owner.call(listNotes, { query: { 'filter[contactId]': id } })).items).toHaveLength(1)
      expect((await acme.owner.call(listHandles, { params: { id } })).items).toHaveLength(2)
      const { items } = await acme.owner.call(timelineOf('contacts').list, { params: { id }, query: {} })
      expect(items.map(item => item.kind).sort()).toEqual(
        ['contact.created', 'contact.created', 'contact.merged', 'note.added', ...Array(3).fill('order.placed')].sort(),
      )
    }
    await undo(mergeId!)
    await t.runJobs()
    expect((await read(a.id)).facts).toMatchObject({ orders: 1, netAmount: 100 })
    expect((await read(b.id)).facts).toMatchObject({ orders: 2, netAmount: 23 })
  })

  test('an edit is the survivor’s own; a handle stays where it was written', async () => {
    const a = await aContact({ name: 'Ada', email: 'ada@example.com' })
    const b = await aContact({ name: 'Bea', email: 'bea@example.com', jobTitle: 'Tester', city: 'Brno' })
    const [mergeId] = await merge(a.id, b.id)
    await acme.owner.call(changeContact, { params: { id: b.id }, body: { jobTitle: 'Lead', email: 'bea@example.com' } })
    await acme.owner.call(changeContact, { params: { id: a.id }, body: { city: null } })
    const added = await acme.owner.call(addHandle, { params: { id: a.id }, body: { kind: 'x', value: '@ada' } })
    const one = await read(a.id)
    expect(one).toMatchObject({ jobTitle: 'Lead', email: 'bea@example.com', city: null })
    expect(one.handles.filter(handle => handle.isPrimary && handle.kind === 'email')).toHaveLength(1)
    await undo(mergeId!)
    const [backA, backB] = [await read(a.id), await read(b.id)]
    expect(backA).toMatchObject({ jobTitle: 'Lead', city: null, email: 'ada@example.com' })
    expect(backA.handles.map(handle => handle.id)).toContain(added.id)
    expect(backB).toMatchObject({ jobTitle: 'Tester', city: 'Brno', email: 'bea@example.com' })
  })

  test('a handle of the merged contact that is made primary is shown, and goes back to it', async () => {
    const a = await aContact({ name: 'Ada', email: 'ada@example.com' })
    const b = await aContact({ name: 'Bea', email: 'bea@example.com' })
    const [mergeId] = await merge(a.id, b.id)
    const handleId = (await read(a.id)).handles.find(handle => handle.value === 'bea@example.com')!.id
    await acme.owner.call(changeHandle, { params: { id: a.id, handleId }, body: { isPrimary: true } })
    expect((await read(a.id)).email).toBe('bea@example.com')
    await acme.owner.call(changeHandle, { params: { id: a.id, handleId }, body: { value: 'bea@new.example' } })
    expect((await read(a.id)).email).toBe('bea@new.example')
    await undo(mergeId!)
    expect((await read(a.id)).email).toBe('ada@example.com')
    expect((await read(b.id)).email).toBe('bea@new.example')
  })

  test('a merge in the middle comes out with what hangs on it', async () => {
    const [a, b, c] = await Promise.all(['Ada', 'Bea', 'Cid'].map(name => aContact({ name })))
    await acme.owner.call(changeContact, { params: { id: c!.id }, body: { jobTitle: 'Chef' } })
    const [cb] = await merge(b!.id, c!.id)
    const [ba] = await merge(a!.id, b!.id)
    expect(await read(c!.id)).toMatchObject({ id: a!.id, jobTitle: 'Chef' })
    const { comesApart } = await acme.owner.call(schema.getMerge, { params: { id: ba! } })
    expect(comesApart.contacts.map(contact => contact.name)).toEqual(['Bea', 'Cid'])
    await undo(ba!)
    expect(await read(c!.id)).toMatchObject({ id: b!.id, jobTitle: 'Chef' })
    expect(await read(a!.id)).toMatchObject({ id: a!.id, jobTitle: null, mergedIds: [] })
    await undo(cb!)
    expect(await read(b!.id)).toMatchObject({ jobTitle: null, mergedIds: [] })
    expect(await read(c!.id)).toMatchObject({ id: c!.id, jobTitle: 'Chef' })
  })

  test('choices decide whose value is shown; the preview says the same and changes nothing', async () => {
    const a = await aContact({ name: 'Ada', jobTitle: 'Tester', city: 'Praha', country: 'CZ' })
    const b = await aContact({ name: 'Bea', jobTitle: 'Lead', street: 'Hlavní 1', city: 'Brno', country: 'CZ' })
    const body = { contactIds: [b.id], choices: { jobTitle: b.id } }
    const before = await exported()
    const headers = { 'idempotency-key': 'a browser sends one' }
    const preview = await acme.owner.call(schema.previewMerge, { params: { id: a.id }, body, headers })
    expect(await exported()).toBe(before)
    const value = (key: string) => preview.values.find(one => one.key === key)
    expect(value('jobTitle')).toMatchObject({
      isConflict: true,
      takenFrom: b.id,
      shown: 'Lead',
      given: ['Tester', 'Lead'],
    })
    expect(value('address')).toMatchObject({ isConflict: true, takenFrom: a.id, shown: 'Praha, CZ' })
    const [made] = (await acme.owner.call(schema.mergeContacts, { params: { id: a.id }, body })).items
    expect(await read(a.id)).toMatchObject({ name: 'Ada', jobTitle: 'Lead', city: 'Praha', street: null })
    await undo(made!.id)
    expect(await exported()).toBe(before)
  })

  test('many are taken back at once, and by a job with progress', async () => {
    const contacts = await Promise.all(Array.from({ length: 12 }, (_, at) => aContact({ name: `Person ${at}` })))
    const before = await exported()
    const ids: string[] = []
    for (let at = 0; at < 12; at += 2) ids.push(...(await merge(contacts[at]!.id, contacts[at + 1]!.id)))
    expect(await acme.owner.call(schema.undoMerges, { body: { ids: ids.slice(0, 2) } })).toEqual({ count: 2 })
    const undoing = await acme.owner.call(schema.startUndoing, { body: { how: 'person' } })
    expect(undoing).toMatchObject({ status: 'waiting', total: 4 })
    await t.runJobs()
    const done = await acme.owner.call(schema.getUndoing, { params: { undoingId: undoing.id } })
    expect(done).toMatchObject({ status: 'done', done: 4, skipped: 0 })
    expect(await exported()).toBe(before)
    const list = await acme.owner.call(schema.listMerges, { query: { 'filter[isUndone]': 'true', limit: '4' } })
    expect(list.items).toHaveLength(4)
    expect(list.nextCursor).not.toBeNull()
  })
})

describe('refusals', () => {
  test('itself, the bin, and contacts that are one already', async () => {
    const [a, b] = [await aContact({ name: 'Ada' }), await aContact({ name: 'Bea' })]
    const attempt = (id: string, contactIds: string[]) =>
      acme.owner.try(schema.mergeContacts, { params: { id }, body: { contactIds } })
    expect((await attempt(a.id, [a.id])).status).toBe(422)
    await acme.owner.call(contactEndpoints.delete, { params: { id: b.id } })
    expect((await attempt(a.id, [b.id])).status).toBe(409)
    await acme.owner.call(contactEndpoints.restore, { params: { id: b.id } })
    await merge(a.id, b.id)
    expect((await attempt(b.id, [a.id])).status).toBe(422)
  })

  test('whom somebody has judged to be different people, unless it is meant', async () => {
    const [a, b, c] = [
      await aContact({ name: 'Ada' }),
      await aContact({ name: 'Bea' }),
      await aContact({ name: 'Cid' }),
    ]
    await merge(b.id, c.id)
    const [first, second] = [a.id, c.id].sort()
    await t.app.db
      .insertInto('identityDecisions')
      .values({ workspaceId: acme.id, id: a.id, aId: first!, bId: second!, verdict: 'different' })
      .execute()
    const body = { contactIds: [b.id] }
    const refused = await acme.owner.try(schema.mergeContacts, { params: { id: a.id }, body })
    expect([refused.status, refused.body.isKeptApart]).toEqual([409, true])
    const preview = await acme.owner.call(schema.previewMerge, { params: { id: a.id }, body })
    expect(preview.isKeptApart).toBe(true)
    await acme.owner.call(schema.mergeContacts, { params: { id: a.id }, body: { ...body, force: true } })
    expect((await read(c.id)).id).toBe(a.id)
  })

  test('one contact that may not be seen refuses the whole call', async () => {
    const other = await t.aWorkspace()
    const foreign = await other.owner.call(createContact, { body: { name: 'Foreign' } })
    const [a, b] = [await aContact({ name: 'Ada' }), await aContact({ name: 'Bea' })]
    const contactIds = [b.id, foreign.id]
    expect((await acme.owner.try(schema.mergeContacts, { params: { id: a.id }, body: { contactIds } })).status).toBe(
      404,
    )
    expect((await read(b.id)).id).toBe(b.id)
    const [mergeId] = await merge(a.id, b.id)
    expect((await other.owner.try(schema.undoMerge, { params: { id: mergeId! } })).status).toBe(404)
    expect((await other.owner.try(schema.undoMerges, { body: { ids: [mergeId!] } })).status).toBe(404)
  })

  test('a merged contact in the bin frees the handles of all, and brings them back', async () => {
    const a = await aContact({ name: 'Ada', email: 'ada@example.com' })
    const b = await aContact({ name: 'Bea', email: 'bea@example.com' })
    const [mergeId] = await merge(a.id, b.id)
    await acme.owner.call(contactEndpoints.delete, { params: { id: b.id } })
    expect((await acme.owner.try(schema.undoMerge, { params: { id: mergeId! } })).status).toBe(409)
    const c = await aContact({ name: 'Cid', email: 'bea@example.com' })
    expect(c.email).toBe('bea@example.com')
    await acme.owner.call(contactEndpoints.restore, { params: { id: a.id } })
    expect((await read(a.id)).handles.map(handle => [handle.value, handle.isIdentifying])).toEqual([
      ['ada@example.com', true],
      ['bea@example.com', false],
    ])
  })
})

describe('taking handles out', () => {
  test('makes a contact of them, and merging the two puts them together again', async () => {
    const a = await aContact({
      name: 'Ada',
      email: 'ada@example.com',
      phone: '+420601000001',
      handles: [{ kind: 'email', value: 'bea@example.com' }],
    })
    const taken = a.handles.filter(handle => handle.value !== 'ada@example.com').map(handle => handle.id)
    const { contactId, isUndo } = await acme.owner.call(schema.splitContact, {
      params: { id: a.id },
      body: { handleIds: taken },
    })
    expect(isUndo).toBe(false)
    expect(await read(a.id)).toMatchObject({ email: 'ada@example.com', phone: null })
    expect(await read(contactId)).toMatchObject({ email: 'bea@example.com', phone: '+420601000001' })
    await acme.owner.call(createOrder, { body: { contactId, number: '9', amount: 9 } })
    await merge(a.id, contactId)
    await t.runJobs()
    expect(await read(a.id)).toMatchObject({ name: 'Ada', phone: '+420601000001', facts: { orders: 1 } })
    expect((await read(a.id)).handles).toHaveLength(3)
  })

  test('that a merge brought, all of them, undoes it', async () => {
    const a = await aContact({ name: 'Ada', email: 'ada@example.com' })
    const b = await aContact({ name: 'Bea', email: 'bea@example.com' })
    const [mergeId] = await merge(a.id, b.id)
    const answer = await acme.owner.call(schema.splitContact, {
      params: { id: a.id },
      body: { handleIds: [b.handles[0]!.id] },
    })
    expect(answer).toEqual({ contactId: b.id, isUndo: true })
    expect((await acme.owner.call(schema.getMerge, { params: { id: mergeId! } })).undoneAt).not.toBeNull()
    const all = a.handles.map(handle => handle.id)
    expect((await acme.owner.try(schema.splitContact, { params: { id: a.id }, body: { handleIds: all } })).status).toBe(
      422,
    )
  })
})
