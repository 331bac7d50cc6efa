import { sql } from 'kysely'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { within } from '../../../platform/context.ts'
import { record } from '../../../platform/events/record.ts'
import { anEvent } from '../../../testing/an-event.ts'
import { aTestApp } from '../../../testing/test-app.ts'
import * as contacts from '../contacts/schema.ts'
import * as notes from '../notes/schema.ts'
import { createOrder } from '../orders/schema.ts'
import * as notifications from '../../workspace/notifications/schema.ts'
import { remindOfDeadlines } from './jobs/remind.ts'
import * as privacy from './schema.ts'

const t = await aTestApp()
const acme = await t.aWorkspace({ name: 'Acme <b>' })
let marta: string

beforeAll(async () => {
  const contact = await acme.owner.call(contacts.createContact, {
    body: { name: 'Marta Nováková', email: 'marta@example.com', phone: '+420 777 123 456' },
  })
  marta = contact.id
})

const create = (body: privacy.RequestInput) => acme.owner.call(privacy.createRequest, { body })
const step = (
  id: string,
  name: 'identified' | 'extended' | 'completed' | 'refused' | 'noted',
  text = 'Passport seen',
) => acme.owner.call(privacy.addStep, { params: { id }, body: { name, text } })

describe('a request', () => {
  test('is due after 30 days, goes through its steps and keeps them as proof', async () => {
    const { id, ...made } = await create({ kind: 'access', contactId: marta, receivedAt: '2026-03-01T12:00:00Z' })
    expect(made).toMatchObject({
      status: 'received',
      askedBy: 'Marta Nováková',
      email: 'marta@example.com',
      isOverdue: false,
    })
    expect(new Date(made.dueAt).toISOString()).toBe('2026-03-31T21:59:59.999Z')
    expect(
      (await acme.owner.try(privacy.addStep, { params: { id }, body: { name: 'completed', text: 'Done' } })).status,
    ).toBe(409)
    await step(id, 'identified')
    await step(id, 'extended', 'Many systems to ask')
    const again = await acme.owner.try(privacy.addStep, {
      params: { id },
      body: { name: 'extended', text: 'Even more' },
    })
    expect(again).toMatchObject({ status: 409, body: { detail: expect.stringContaining('once') } })
    await step(id, 'completed', 'Sent by mail')
    const { items } = await acme.owner.call(privacy.listSteps, { params: { id } })
    expect(items.map(({ name, detail }) => [name, detail['text'] ?? null])).toEqual([
      ['received', null],
      ['identified', 'Passport seen'],
      ['extended', 'Many systems to ask'],
      ['completed', 'Sent by mail'],
    ])
    expect(await acme.owner.call(privacy.getRequest, { params: { id } })).toMatchObject({
      status: 'done',
      closedAt: expect.any(String),
    })
  })

  test('is reminded of before its deadline, and once more when it has passed', async () => {
    const { id } = await create({ kind: 'objection', askedBy: 'Somebody', receivedAt: '2026-02-05T12:00:00Z' })
    const remind = () => remindOfDeadlines.run(t.app, {}, new AbortController().signal)
    const titles = async () =>
      (await acme.owner.call(notifications.listNotifications, { query: {} })).items
        .filter(item => item.link?.endsWith(id))
        .map(item => item.title)
    await remind()
    await remind()
    expect(await titles()).toEqual(['A request for objection is due on 7 March 2026'])
    t.clock.advance(6 * 24 * 3600_000)
    await remind()
    await remind()
    expect(await titles()).toEqual([
      'Overdue: a request for objection',
      'A request for objection is due on 7 March 2026',
    ])
    const { items } = await acme.owner.call(privacy.listRequests, { query: { 'filter[isOpen]': true, sort: 'dueAt' } })
    expect(items[0]).toMatchObject({ id, isOverdue: true })
  })

  test('is seen by managers and changed by admins', async () => {
    const { id } = await create({ kind: 'access', contactId: marta })
    const manager = (await acme.aMember('manager')).client
    expect((await manager.try(privacy.getRequest, { params: { id } })).status).toBe(200)
    expect((await manager.try(privacy.startExport, { params: { id } })).status).toBe(403)
    expect((await (await acme.aMember('member')).client.try(privacy.getRequest, { params: { id } })).status).toBe(403)
  })
})

describe('an access export', () => {
  let id: string
  let files: Record<string, string>
  let started: privacy.PrivacyRequest
  let headers: object

  beforeAll(async () => {
    await acme.owner.call(contacts.createContact, {
      body: { name: 'Karel Soused', email: 'karel@example.com', phone: '+420 608 111 222' },
    })
    const body =
      'Marta (marta@example.com, +420 777 123 456) came with Karel Soused, karel@example.com, +420 608 111 222. Olga Owner <i>spoke</i> to both.'
    await acme.owner.call(notes.addNote, { body: { contactId: marta, body } })
    await t.app.db.transaction().execute(tx =>
      record(within(acme.ctx(), tx), [
        anEvent({
          kind: 'message.received',
          contactId: marta,
          channel: 'chat',
          data: { text: 'Where is my order?' },
        }),
      ]),
    )
    const order = await acme.owner.call(createOrder, { body: { number: 'A-77', contactId: marta, amount: 100 } })
    await acme.owner.call(notes.addNote, { body: { subjectKind: 'order', subjectId: order.id, body: 'Sent late' } })
    const boundary = `--b\r\ncontent-disposition: form-data; name="file"; filename="letter.txt"\r\n\r\nDear Acme\r\n--b--\r\n`
    await acme.owner.request('POST', `/api/v1/files?contactId=${marta}`, boundary, {
      'content-type': 'multipart/form-data; boundary=b',
    })
    id = (await create({ kind: 'access', contactId: marta, identityCheck: 'Called back' })).id
    started = await acme.owner.call(privacy.startExport, { params: { id } })
    await t.runJobs()
    const answer = await acme.owner.server.inject({
      method: 'GET',
      url: `/api/v1/privacy/requests/${id}/export`,
      headers: acme.owner.headers,
    })
    headers = answer.headers
    files = Object.fromEntries(
      Object.entries(unzipSync(answer.rawPayload)).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]),
    )
  })

  test('holds everything for programs, for people, and the files', async () => {
    expect(started.export).toMatchObject({ status: 'running', done: 0 })
    expect(headers).toMatchObject({ 'content-type': 'application/zip', 'cache-control': 'no-store' })
    expect(Object.keys(files).sort()).toEqual(['README.txt', 'data.json', 'files/1-letter.txt', 'your-data.html'])
    const { format, data } = JSON.parse(files['data.json']!) as { format: string; data: Record<string, any[]> }
    expect(format).toBe('rapport-personal-data')
    expect(data['contacts']![0]).toMatchObject({ name: 'Marta Nováková', email: 'marta@example.com' })
    expect(data['handles']!.map(handle => handle.value).sort()).toEqual(['+420 777 123 456', 'marta@example.com'])
    expect(data['events']!.map(event => event.kind)).toContain('message.received')
    expect(data['events']!.find(event => event.kind === 'note.added').doneBy).toBe('owner')
    const written = data['notes']!.map(note => [note.body, note.subjectKind, note.writtenOn])
    expect(written).toContainEqual(['Sent late', 'order', 'A-77'])
    expect(files['files/1-letter.txt']).toBe('Dear Acme')
    expect(files['your-data.html']).toContain('Marta Nováková')
    expect(files['your-data.html']).toContain('<th scope="row">E-mail</th>')
  })

  test('leaves other people out and escapes what people wrote', () => {
    const text = Object.values(files).join('\n')
    for (const other of ['karel@example.com', '608 111 222', 'Karel Soused', 'Olga Owner'])
      expect(text).not.toContain(other)
    for (const own of ['marta@example.com', '+420 777 123 456']) expect(text).toContain(own)
    expect(files['data.json']).toContain('[another person]')
    expect(files['data.json']).toContain('[owner]')
    expect(files['your-data.html']).not.toContain('<i>spoke')
    expect(files['your-data.html']).not.toContain('Acme <b>')
  })

  test('reaches the person by a link that ends, and no altered one', async () => {
    const { url, mailedTo } = await acme.owner.call(privacy.sendExport, { params: { id }, body: { isMailed: true } })
    expect(mailedTo).toBe('marta@example.com')
    const path = new URL(url).pathname
    const get = (at: string) => acme.owner.with({}).request('GET', at)
    expect((await get(path)).body).toContain('Your data is ready')
    expect((await get(`${path}/file`)).headers['content-type']).toBe('application/zip')
    expect((await get(path.slice(0, -3) + 'abc')).status).toBe(404)
    expect((await get(`${path.slice(0, -3)}abc/file`)).status).toBe(404)
    const { steps, export: state } = await acme.owner.call(privacy.getRequest, { params: { id } })
    expect(steps.map(own => own.name)).toEqual(['received', 'identified', 'export-started', 'exported', 'handed-over'])
    expect(state).toMatchObject({ status: 'done', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    t.clock.advance(15 * 24 * 3600_000)
    expect((await get(path)).status).toBe(404)
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from audit_entries where workspace_id = ${acme.id} and action in ('contact.data-exported', 'contact.data-downloaded')`.execute(
      t.app.db,
    )
    expect(rows[0]!.n).toBeGreaterThanOrEqual(2)
  })
})

describe('a customer asks on the public page', () => {
  const ask = (form: Record<string, string>, path = `/privacy/${acme.id}`) =>
    acme.owner.with({}).request('POST', path, new URLSearchParams(form).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    })
  const mails = async () => {
    await t.runJobs()
    const { rows } = await sql<{
      text: string
    }>`select text from outgoing_mail where workspace_id = ${acme.id} and subject = 'Confirm your request at Acme <b>' order by created_at, id`.execute(
      t.app.db,
    )
    return rows.map(row => new URL(/https?:\S+/.exec(row.text)![0]).pathname)
  }

  test('and confirms by the link in a mail; opening it alone does nothing', async () => {
    expect((await acme.owner.with({}).request('GET', `/privacy/${acme.id}`)).body).toContain('Erase my data')
    const known = await ask({ kind: 'erasure', email: 'Marta@Example.com' })
    const unknown = await ask({ kind: 'erasure', email: 'nobody@example.com' })
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
    const [link, ...more] = await mails()
    expect(more).toEqual([])
    // Flooding the mailbox of somebody else is of no use.
    await ask({ kind: 'erasure', email: 'marta@example.com' })
    expect(await mails()).toHaveLength(1)

    const count = async () =>
      (await acme.owner.call(privacy.listRequests, { query: { 'filter[kind]': 'erasure' } })).items
    await acme.owner.with({}).request('GET', link!)
    expect(await count()).toEqual([])
    const confirmed = await ask({}, link!)
    expect(confirmed.body).toContain('We have your request')
    await ask({}, link!)
    expect(await count()).toMatchObject([{ kind: 'erasure', status: 'identified', contactId: marta }])
    expect((await ask({}, `${link!.slice(0, -3)}abc`)).status).toBe(404)
  })

  test('robots, unknown companies and wrong addresses get nowhere', async () => {
    const before = (await mails()).length
    await ask({ kind: 'access', email: 'marta@example.com', website: 'https://spam.example' })
    expect((await ask({ kind: 'access', email: 'not an address' })).status).toBe(400)
    expect(
      (await ask({ kind: 'access', email: 'marta@example.com' }, '/privacy/0190b5a0-0000-7000-8000-000000000000'))
        .status,
    ).toBe(404)
    expect((await ask({ kind: 'access', email: 'marta@example.com' }, '/privacy/acme')).status).toBe(404)
    expect((await mails()).length).toBe(before)
  })
})
