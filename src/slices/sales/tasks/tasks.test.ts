import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { rightsChanged } from '../../../platform/auth/rights.ts'
import { textIn } from '../../../platform/languages.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import { createCompany } from '../../customers/companies/schema.ts'
import { contactEndpoints, createContact } from '../../customers/contacts/schema.ts'
import { createOrder, orderEndpoints } from '../../customers/orders/schema.ts'
import { remind } from './jobs.ts'
import { removeMember } from '../../workspace/members/schema.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace
let contactId: string

beforeEach(async () => {
  acme = await t.aWorkspace()
  contactId = (await acme.owner.call(createContact, { body: { name: 'Marta' } })).id
})

const create = (body: Partial<schema.TaskInput> = {}) =>
  acme.owner.call(schema.createTask, { body: { title: 'Call', ...body } })
const found = async (query: Record<string, unknown>, client = acme.owner) =>
  (await client.call(schema.listTasks, { query })).items.map(item => item.title)
const events = (taskId: string) =>
  t.app.db
    .selectFrom('events')
    .select(['kind', 'data', 'contactId', 'companyId', 'channel'])
    .where('workspaceId', '=', acme.id)
    .where('subjectId', '=', taskId)
    .orderBy('id')
    .execute()
const notifications = async (kind: string, locale = 'en') => {
  const rows = await t.app.db
    .selectFrom('notifications')
    .select(['memberId', 'title', 'link'])
    .where('workspaceId', '=', acme.id)
    .where('kind', '=', kind)
    .orderBy('id')
    .execute()
  return rows.map(row => ({ ...row, title: textIn(row.title, locale) }))
}
const mails = () =>
  t.app.db
    .selectFrom('outgoingMail')
    .select(['toAddress', 'subject', 'text'])
    .where('workspaceId', '=', acme.id)
    .orderBy('id')
    .execute()

describe('a task', () => {
  test('is its creator’s unless given to somebody, who is told', async () => {
    const jan = await acme.aMember('member', 'Jan')
    const own = await create({ contactId, dueAt: '2026-03-05T09:00:00+01:00' })
    expect(own).toMatchObject({
      title: 'Call',
      contactId,
      contactName: 'Marta',
      assigneeId: acme.ownerId,
      assigneeName: 'Olga Owner',
      dueAt: '2026-03-05T08:00:00.000Z',
      doneAt: null,
    })
    expect(await events(own.id)).toMatchObject([
      { kind: 'task.created', channel: null, contactId, data: { title: 'Call', assigneeId: acme.ownerId } },
    ])
    expect((await create({ assigneeId: null })).assigneeId).toBeNull()
    await create({ title: 'Write', assigneeId: jan.id })
    expect(await notifications('task.assigned')).toEqual([
      { memberId: jan.id, title: 'Olga Owner gave you a task: Write', link: '/tasks' },
    ])
  })

  test.each([
    [{}, 400, 'title'],
    [{ title: ' ' }, 400, 'title'],
    [{ title: 'a\nb' }, 400, 'title'],
    [{ title: 'Call', dueAt: 'tomorrow' }, 400, 'dueAt'],
    [{ title: 'Call', doneAt: '2026-01-01T00:00:00Z' }, 400, 'doneAt'],
    [{ title: 'Call', assigneeId: newId() }, 422, 'assigneeId'],
  ])('%j is refused', async (body, status, path) => {
    const answer = await acme.owner.request('POST', '/api/v1/tasks', body)
    expect([answer.status, answer.body.fields[0].path]).toEqual([status, path])
  })

  test('is never given to a member, or put on a record, of another workspace', async () => {
    const beta = await t.aWorkspace()
    const foreign = await beta.owner.call(createContact, { body: { name: 'Foreign' } })
    expect((await acme.owner.try(schema.createTask, { body: { title: 'x', assigneeId: beta.ownerId } })).status).toBe(
      422,
    )
    expect((await acme.owner.try(schema.createTask, { body: { title: 'x', contactId: foreign.id } })).status).toBe(404)
    const { id } = await create()
    expect((await acme.owner.try(schema.changeTask, { params: { id }, body: { contactId: foreign.id } })).status).toBe(
      404,
    )
    expect((await beta.owner.try(schema.completeTask, { params: { id } })).status).toBe(404)
    expect(await found({})).toEqual(['Call'])
  })

  test('changes, tells what changed and leaves the rest', async () => {
    const company = await acme.owner.call(createCompany, { body: { name: 'Tools' } })
    const { id } = await create({ contactId, body: 'Details', dueAt: '2026-03-05T00:00:00Z' })
    const changed = await acme.owner.call(schema.changeTask, {
      params: { id },
      body: { title: 'Visit', dueAt: null, companyId: company.id },
    })
    expect(changed).toMatchObject({
      title: 'Visit',
      body: 'Details',
      dueAt: null,
      contactId: null,
      companyId: company.id,
    })
    await acme.owner.call(schema.changeTask, { params: { id }, body: { title: 'Visit' } })
    expect(await events(id)).toMatchObject([
      { kind: 'task.created' },
      {
        kind: 'task.changed',
        companyId: company.id,
        data: {
          changes: {
            title: ['Call', 'Visit'],
            dueAt: ['2026-03-05T00:00:00.000Z', null],
            contactId: [contactId, null],
            companyId: [null, company.id],
          },
        },
      },
    ])
  })

  test('moved to another contact is told to the company of that contact', async () => {
    const { id: fromId } = await acme.owner.call(createCompany, { body: { name: 'Tools' } })
    const { id: toId } = await acme.owner.call(createCompany, { body: { name: 'Works' } })
    const from = await acme.owner.call(createContact, { body: { name: 'Otto', companyId: fromId } })
    const to = await acme.owner.call(createContact, { body: { name: 'Ida', companyId: toId } })
    const { id } = await create({ contactId: from.id })
    const move = (contactId: string | null) =>
      acme.owner.call(schema.changeTask, { params: { id }, body: { contactId } })
    await move(to.id)
    await move(contactId)
    expect(await events(id)).toMatchObject([
      { kind: 'task.created', contactId: from.id, companyId: fromId },
      { kind: 'task.changed', contactId: to.id, companyId: toId },
      { kind: 'task.changed', contactId, companyId: null },
    ])
  })

  test('is completed and reopened, each told once', async () => {
    const { id } = await create({ contactId })
    expect(await acme.owner.call(schema.completeTask, { params: { id } })).toMatchObject({
      doneAt: t.clock.now().toISOString(),
      doneBy: acme.ownerId,
    })
    await acme.owner.call(schema.completeTask, { params: { id } })
    expect(await acme.owner.call(schema.reopenTask, { params: { id } })).toMatchObject({ doneAt: null, doneBy: null })
    await acme.owner.call(schema.reopenTask, { params: { id } })
    expect((await events(id)).map(event => event.kind)).toEqual(['task.created', 'task.completed', 'task.reopened'])
  })

  test('is deleted and brought back', async () => {
    const { id } = await create()
    await acme.owner.call(schema.deleteTask, { params: { id } })
    expect((await acme.owner.try(schema.getTask, { params: { id } })).status).toBe(404)
    expect((await acme.owner.try(schema.completeTask, { params: { id } })).status).toBe(404)
    expect(await acme.owner.call(schema.restoreTask, { params: { id } })).toMatchObject({ title: 'Call' })
    expect(await found({})).toEqual(['Call'])
  })
})

test('many are completed at once; one that is unknown refuses them all', async () => {
  const ids = [(await create()).id, (await create()).id, (await create()).id]
  await acme.owner.call(schema.completeTask, { params: { id: ids[0]! } })
  const foreign = await (await t.aWorkspace()).owner.call(schema.createTask, { body: { title: 'Foreign' } })
  for (const wrong of [newId(), foreign.id])
    expect((await acme.owner.try(schema.completeTasks, { body: { ids: [...ids, wrong] } })).status).toBe(404)
  expect(await found({ 'filter[isDone]': 'false' })).toHaveLength(2)
  expect(await acme.owner.call(schema.completeTasks, { body: { ids: [...ids, ids[0]!] } })).toEqual({ count: 2 })
  expect(await found({ 'filter[isDone]': 'false' })).toEqual([])
})

describe('lists', () => {
  test('filter by assignee, me, done, due and contact, and page in the order of due', async () => {
    const jan = await acme.aMember('member')
    await create({ title: 'later', dueAt: '2026-04-01T00:00:00Z' })
    await create({ title: 'soon', dueAt: '2026-03-03T00:00:00Z', contactId })
    await create({ title: 'some day' })
    await create({ title: 'of Jan', dueAt: '2026-03-04T00:00:00Z', assigneeId: jan.id })
    const done = await create({ title: 'done', dueAt: '2026-03-01T00:00:00Z' })
    await acme.owner.call(schema.completeTask, { params: { id: done.id } })
    expect(await found({})).toEqual(['done', 'soon', 'of Jan', 'later', 'some day'])
    expect(await found({ sort: '-createdAt' })).toEqual(['done', 'of Jan', 'some day', 'soon', 'later'])
    expect(await found({ 'filter[assigneeId]': 'me', 'filter[isDone]': 'false' })).toEqual([
      'soon',
      'later',
      'some day',
    ])
    expect(await found({ 'filter[assigneeId]': 'me' }, jan.client)).toEqual(['of Jan'])
    expect(await found({ 'filter[isDone]': 'true' })).toEqual(['done'])
    expect(await found({ 'filter[dueAt][lt]': '2026-03-04T00:00:00Z' })).toEqual(['done', 'soon'])
    expect(await found({ 'filter[contactId]': contactId })).toEqual(['soon'])
    expect(await found({ q: 'LATE' })).toEqual(['later'])
    expect(await found({ q: 'marta' })).toEqual(['soon'])
    expect((await acme.owner.try(schema.listTasks, { query: { 'filter[isDone]': 'perhaps' } })).status).toBe(400)
    const paged: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: { items: schema.Task[]; nextCursor: string | null } = await acme.owner.call(schema.listTasks, {
        query: { limit: 2, ...(cursor ? { cursor } : {}) },
      })
      paged.push(...page.items.map(item => item.title))
      cursor = page.nextCursor
    }
    expect(paged).toEqual(['done', 'soon', 'of Jan', 'later', 'some day'])
  })

  test('show those held to the record rule their own tasks and those of their contacts', async () => {
    const seller = await acme.aMember('member')
    await acme.limit('member')
    const own = await seller.client.call(createContact, { body: { name: 'Own' } })
    await create({ title: 'given to the seller', contactId, assigneeId: seller.id })
    await create({ title: 'on the seller’s contact', contactId: own.id })
    const foreign = await create({ title: 'not theirs', contactId })
    await create({ title: 'on nothing' })
    expect((await found({}, seller.client)).sort()).toEqual(['given to the seller', 'on the seller’s contact'])
    for (const endpoint of [schema.getTask, schema.completeTask, schema.deleteTask])
      expect((await seller.client.try(endpoint, { params: { id: foreign.id } })).status).toBe(404)
  })
})

describe('reminders', () => {
  const remindAt = '2020-03-02T11:00:00.000Z'

  test('tell the assignee in the app and by mail, once', async () => {
    const jan = await acme.aMember('member', 'Jan')
    const { id } = await create({ title: 'Call Marta', contactId, assigneeId: jan.id, remindAt })
    await t.runJobs()
    await remind.run(t.app, { workspaceId: acme.id, taskId: id, remindAt }, new AbortController().signal)
    expect(await notifications('task.reminder')).toEqual([
      { memberId: jan.id, title: 'Reminder: Call Marta', link: `/contacts/${contactId}` },
    ])
    const { email } = await t.app.db
      .selectFrom('members')
      .select('email')
      .where('workspaceId', '=', acme.id)
      .where('id', '=', jan.id)
      .executeTakeFirstOrThrow()
    expect(await mails()).toEqual([
      { toAddress: email, subject: 'Reminder: Call Marta', text: expect.stringContaining(`/contacts/${contactId}`) },
    ])
  })

  test('do not happen while what the task is about is in the bin', async () => {
    await create({ contactId, remindAt })
    const on = await acme.owner.call(createOrder, { body: { contactId, number: 'A-1', amount: 100 } })
    await create({ subjectKind: 'order', subjectId: on.id, remindAt })
    await acme.owner.call(orderEndpoints.delete, { params: { id: on.id } })
    await acme.owner.call(contactEndpoints.delete, { params: { id: contactId } })
    await t.runJobs()
    expect([await notifications('task.reminder'), await mails()]).toEqual([[], []])
  })

  test('happen once when two workers run the job at the same time', async () => {
    const { id } = await create({ remindAt })
    const run = () => remind.run(t.app, { workspaceId: acme.id, taskId: id, remindAt }, new AbortController().signal)
    await Promise.all([run(), run(), run()])
    expect(await notifications('task.reminder')).toHaveLength(1)
    expect(await mails()).toHaveLength(1)
  })

  test('wait for their time, and follow it when it changes', async () => {
    const { id } = await create({ remindAt: '2126-01-01T00:00:00Z' })
    await t.runJobs()
    expect(await mails()).toEqual([])
    await acme.owner.call(schema.changeTask, { params: { id }, body: { remindAt } })
    await remind.run(
      t.app,
      { workspaceId: acme.id, taskId: id, remindAt: '2126-01-01T00:00:00.000Z' },
      new AbortController().signal,
    )
    expect(await mails()).toEqual([])
    await t.runJobs()
    expect(await mails()).toHaveLength(1)
    await acme.owner.call(schema.changeTask, { params: { id }, body: { remindAt: '2020-03-02T12:00:00.000Z' } })
    await t.runJobs()
    expect(await mails()).toHaveLength(2)
  })

  test.each([
    ['done', (id: string) => acme.owner.call(schema.completeTask, { params: { id } })],
    ['deleted', (id: string) => acme.owner.call(schema.deleteTask, { params: { id } })],
    [
      'no longer to be reminded of',
      (id: string) => acme.owner.call(schema.changeTask, { params: { id }, body: { remindAt: null } }),
    ],
  ])('leave alone a task that is %s', async (_, change) => {
    const { id } = await create({ remindAt })
    await change(id)
    await t.runJobs()
    expect([await notifications('task.reminder'), await mails()]).toEqual([[], []])
  })

  test('go to nobody when the assignee was removed', async () => {
    const jan = await acme.aMember('member')
    await create({ assigneeId: jan.id, remindAt })
    await t.app.db
      .updateTable('members')
      .set({ removedAt: t.clock.now() })
      .where('workspaceId', '=', acme.id)
      .where('id', '=', jan.id)
      .execute()
    rightsChanged()
    await t.runJobs()
    expect(await mails()).toEqual([])
  })
})

test('open tasks of a member who is removed go to the heir; those done stay with who did them', async () => {
  const jan = await acme.aMember('member')
  const open = await create({ title: 'open', assigneeId: jan.id })
  const done = await create({ title: 'done', assigneeId: jan.id })
  await acme.owner.call(schema.completeTask, { params: { id: done.id } })
  await acme.owner.call(removeMember, { params: { id: jan.id }, query: { reassignTo: acme.ownerId } })
  await t.runJobs()
  const assignees = (await acme.owner.call(schema.listTasks, { query: {} })).items.map(task => [
    task.id,
    task.assigneeId,
  ])
  expect(Object.fromEntries(assignees)).toEqual({ [open.id]: acme.ownerId, [done.id]: jan.id })
})
