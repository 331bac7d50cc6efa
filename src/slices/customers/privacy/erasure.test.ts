import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { within } from '../../../platform/context.ts'
import { newId } from '../../../kernel/ids.ts'
import { tenantTables } from '../../../platform/db/tables.gen.ts'
import { record } from '../../../platform/events/record.ts'
import { queueMail } from '../../../platform/mail/outgoing-mail.ts'
import { anEvent } from '../../../testing/an-event.ts'
import { multipart } from '../../../testing/multipart.ts'
import { aTestApp } from '../../../testing/test-app.ts'
import { mergeContacts } from '../merges/public.ts'
import * as contacts from '../contacts/schema.ts'
import { rebuildAllFacts } from '../facts/public.ts'
import { stepsOf } from '../imports/imports.fixture.ts'
import * as notes from '../notes/schema.ts'
import * as orders from '../orders/schema.ts'
import { systemCtx } from '../../../platform/system-ctx.ts'
import { runErasure } from './jobs/erase.ts'
import { findErased } from './public.ts'
import * as products from '../../sales/products/schema.ts'
import * as privacy from './schema.ts'

const t = await aTestApp()
const acme = await t.aWorkspace()

const traces = [
  'zdislava',
  'hrubešová',
  'hrubesova',
  'zdislava.h@example.com',
  'stara.adresa@example.com',
  '777123456',
  '777 123 456',
  'zdislavka_x',
]

/** A person of whom something stands everywhere. */
async function aPerson(): Promise<{ id: string; mergedId: string; orderId: string }> {
  const { owner } = acme
  const steps = stepsOf(t, acme)
  await steps.import(
    'people.csv',
    'name,email,phone,city\nZdislava Hrubešová,zdislava.h@example.com,+420 777 123 456,Znojmo\nJiný Člověk,jiny@example.com,,Brno\n',
  )
  const { items } = await owner.call(contacts.listContacts, { query: { q: 'zdislava' } })
  const id = items[0]!.id
  // A draft with her in its preview, and one whose row of hers is refused.
  await steps.draft('draft.csv', 'name,email\nZdislava Hrubešová,zdislava.h@example.com\n')
  await steps.import(
    'faulty.csv',
    'name,email,birthday\nZdislava Hrubešová,zdislava.h@example.com,nikdy\nDalší Osoba,dalsi@example.com,1980-01-01\n',
  )
  // Quotes in a name are written with a backslash in what is said of it, and that once more where it is kept as JSON.
  const quoted = await steps.draft('quoted.csv', 'name,email\nDalší Osoba,"Zdislava ""H."" Hrubešová"\n')
  await steps.check(quoted.id)
  await owner.call(contacts.addHandle, { params: { id }, body: { kind: 'instagram', value: '@zdislavka_x' } })
  const old = await owner.call(contacts.addHandle, {
    params: { id },
    body: { kind: 'email', value: 'stara.adresa@example.com' },
  })
  await owner.call(contacts.changeHandle, {
    params: { id, handleId: old.id },
    body: { value: 'stara.adresa2@example.com' },
  })
  const merged = await owner.call(contacts.createContact, {
    body: { name: 'Zdislava "H." Hrubešová', email: 'zdislava@jinde.example', fields: {}, jobTitle: 'Zdislava’s job' },
    headers: { 'idempotency-key': newId() },
  })
  await owner.call(notes.addNote, { body: { contactId: merged.id, body: 'Hrubešová called twice' } })
  await owner.call(notes.addNote, {
    body: {
      contactId: id,
      body: 'Talked to Zdislava about @[Olga Owner](member:0190b5a0-0000-7000-8000-000000000000)'.replace(
        /@\[.*\)/,
        'all',
      ),
    },
  })
  const other = await owner.call(contacts.createContact, { body: { name: 'Karel Soused', email: 'karel@example.com' } })
  await owner.call(notes.addNote, { body: { contactId: other.id, body: 'Wrote from ZDISLAVA.H@example.com once' } })
  const order = await owner.call(orders.createOrder, {
    body: {
      contactId: id,
      number: 'N-1',
      amount: 10_000,
      currency: 'EUR',
      placedAt: '2026-02-01T10:00:00Z',
      channel: 'shop',
    },
  })
  await owner.request('POST', `/api/v1/orders/${order.id}/returns`, {
    amount: 500,
    returnedAt: '2026-02-03T10:00:00Z',
    reason: 'Zdislava did not like it',
  })
  const task = (title: string) => owner.request('POST', '/api/v1/tasks', { contactId: id, title, body: 'Hrubešová' })
  await task('Call Zdislava Hrubešová')
  const done = await task('Wrote to Zdislava')
  await owner.request('PUT', `/api/v1/tasks/${done.body.id}/completion`)
  await upload(`/files?contactId=${id}`, 'hrubešová.txt', 'A letter of Zdislava Hrubešová')
  await onProduct()
  await owner.request('POST', '/api/v1/views', {
    object: 'contacts',
    name: 'Hers',
    filter: { q: 'zdislava.h@example.com' },
    isShared: true,
  })
  await owner.request('GET', '/api/v1/contacts/export?q=Zdislava%20Hrube%C5%A1ov%C3%A1')
  await queueMail(
    { app: t.app, db: t.app.db, workspaceId: acme.id },
    {
      to: 'Zdislava.H@example.com',
      subject: 'Dear Zdislava',
      text: 'Zdislava Hrubešová, hello',
    },
  )
  await queueMail(
    { app: t.app, db: t.app.db, workspaceId: acme.id },
    {
      to: 'staff@example.com',
      subject: 'Reminder',
      text: 'Call Zdislava Hrubešová',
    },
  )
  await t.app.db.transaction().execute(tx =>
    record(within(acme.ctx(), tx), [
      anEvent({
        kind: 'message.received',
        contactId: id,
        channel: 'chat',
        occurredAt: new Date('2026-02-20T10:00:00Z'),
        sourceKey: 'chat:zdislava.h@example.com:1',
        data: { text: 'Hi, this is Zdislava Hrubešová, +420 777 123 456' },
      }),
    ]),
  )
  await t.app.db
    .transaction()
    .execute(tx => mergeContacts(within(acme.ctx(), tx), [{ survivorId: id, mergedId: merged.id, how: 'person' }]))
  await t.runJobs()
  return { id, mergedId: merged.id, orderId: order.id }
}

/** What stands on a product, which is nobody's, and in its own description. */
async function onProduct(): Promise<void> {
  const { owner } = acme
  const { id } = await owner.call(products.createProduct, { body: { name: 'Lamp' } })
  const description = 'Made for Zdislava Hrubešová, zdislava.h@example.com'
  await owner.call(products.changeProduct, { params: { id }, body: { description } })
  const on = { subjectKind: 'product', subjectId: id }
  await owner.call(notes.addNote, { body: { ...on, body: description } })
  for (const title of ['Write to zdislava.h@example.com', 'Call zdislava hrubešová']) {
    const task = await owner.request('POST', '/api/v1/tasks', { ...on, title })
    await owner.request('PATCH', `/api/v1/tasks/${task.body.id}`, { title: `${title} again` })
    await owner.request('PUT', `/api/v1/tasks/${task.body.id}/completion`)
  }
  const renamed = await owner.request('POST', '/api/v1/tasks', { title: 'Ask zdislava.h@example.com' })
  await owner.request('PATCH', `/api/v1/tasks/${renamed.body.id}`, { title: 'Ask' })
  await upload(`/files?${new URLSearchParams(on)}`, 'letter zdislava.h@example.com.txt', 'A letter')
}

async function upload(path: string, name: string, content: string): Promise<void> {
  const answer = await acme.owner.request('POST', `/api/v1${path}`, ...multipart(name, content))
  expect(answer.status).toBe(201)
}

/** Where a word of the person still stands: in any row of any table, or in any file. */
async function findTraces(): Promise<string[]> {
  const found: string[] = []
  const { rows: local } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
    t.app.db,
  )
  for (const { name } of local) {
    const where = (tenantTables as readonly string[]).includes(name) ? sql`r.workspace_id = ${acme.id}` : sql`true`
    const { rows } = await sql<{
      row: string
    }>`select lower(r::text) as row from ${sql.table(name)} r where ${where}`.execute(t.app.db)
    for (const { row } of rows)
      for (const trace of traces) if (row.includes(trace)) found.push(`${name}: ${trace} in ${row.slice(0, 300)}`)
  }
  const { rows: jobs } = await sql<{
    payload: string
  }>`select lower(payload::text) as payload from graphile_worker._private_jobs`.execute(t.app.db)
  for (const { payload } of jobs) for (const trace of traces) if (payload.includes(trace)) found.push(`job: ${payload}`)
  for (const path of await filesIn(t.app.config.dataFolder)) {
    const text = (await readFile(path, 'utf8')).toLowerCase()
    for (const trace of traces) if (text.includes(trace)) found.push(`${path}: ${trace}`)
  }
  return found
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  const paths = names.map(name => join(folder, name))
  const kinds = await Promise.all(paths.map(path => stat(path)))
  return paths.filter((_, at) => kinds[at]!.isFile())
}

async function sums() {
  const { rows } = await sql`
    select (select sum(net_amount) from contact_facts where workspace_id = ${acme.id}) as net, (select sum(touchpoints) from contact_facts where workspace_id = ${acme.id}) as touchpoints,
      (select sum(base_amount) from orders where workspace_id = ${acme.id}) as orders, (select count(*) from contacts where workspace_id = ${acme.id}) as contacts,
      (select count(*) from returns where workspace_id = ${acme.id}) as returns`.execute(t.app.db)
  return rows[0]
}

describe('an erasure', () => {
  let person: Awaited<ReturnType<typeof aPerson>>
  let before: unknown

  beforeAll(async () => {
    person = await aPerson()
    before = await sums()
  })

  test('says beforehand what it will do, and begins only with the name typed', async () => {
    expect((await findTraces()).length).toBeGreaterThan(20)
    const preview = await acme.owner.call(privacy.previewErasure, { params: { id: person.id } })
    expect(preview).toMatchObject({ name: 'Zdislava Hrubešová', contacts: 2, hold: null })
    const of = (name: string) => preview.items.find(item => item.name === name)
    expect(of('orders')).toMatchObject({ kept: 1, why: 'accounting' })
    expect(of('notes')).toMatchObject({ deleted: 2, redacted: 2 })
    expect(of('files')).toMatchObject({ deleted: 1 })
    expect(of('events')!.redacted).toBeGreaterThan(5)
    const wrong = await acme.owner.try(privacy.eraseContact, {
      params: { id: person.id },
      body: { confirmation: 'Zdislava' },
    })
    expect(wrong.status).toBe(422)
    const manager = await acme.aMember('manager')
    const body = { confirmation: preview.name }
    expect((await manager.client.try(privacy.eraseContact, { params: { id: person.id }, body })).status).toBe(403)
  })

  test('is refused while there is a legal hold', async () => {
    const params = { id: person.id }
    await acme.owner.call(privacy.holdContact, {
      params,
      body: { reason: 'A lawsuit about the delivery', until: '2026-12-31' },
    })
    const refused = await acme.owner.try(privacy.eraseContact, { params, body: { confirmation: 'Zdislava Hrubešová' } })
    expect(refused).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('A lawsuit about the delivery') },
    })
    await acme.owner.call(privacy.endLegalHold, { params })
  })

  test('leaves no trace in any table, file or waiting job, and every sum as it was', async () => {
    const params = { id: person.id }
    const body = { confirmation: 'zdislava hrubesova' }
    const begun = await acme.owner.call(privacy.eraseContact, { params, body })
    expect(begun.status).toBe('waiting')
    const again = await acme.owner.call(privacy.eraseContact, { params, body })
    expect(again.id).toBe(begun.id)
    await t.runJobs()
    const { erasure } = await acme.owner.call(privacy.getErasure, { params })
    expect(erasure).toMatchObject({ id: begun.id, status: 'done', finishedAt: expect.any(String) })
    expect(await findTraces()).toEqual([])
    expect(await sums()).toEqual(before)
    await rebuildAllFacts(t.app, () => {})
    expect(await sums()).toEqual(before)
    const order = await acme.owner.call(orders.getOrder, { params: { id: person.orderId } })
    expect(order).toMatchObject({ number: 'N-1', amount: 10_000, contactName: 'Erased person' })
  })

  test('is the same when it is run again from the start', async () => {
    const { erasure } = await acme.owner.call(privacy.getErasure, { params: { id: person.id } })
    const { id } = erasure!
    await sql`update erasures set status = 'running', step = 'notes' where workspace_id = ${acme.id} and id = ${id}`.execute(
      t.app.db,
    )
    await runErasure(await systemCtx(t.app, acme.id), id)
    expect(await findTraces()).toEqual([])
    expect(await sums()).toEqual(before)
  })

  test('hides the person from lists and search, and lets nobody change what is left', async () => {
    for (const q of ['zdislava', 'hrubes', '777123456', 'erased'])
      expect((await acme.owner.call(contacts.listContacts, { query: { q } })).items).toEqual([])
    const search = await acme.owner.request('GET', '/api/v1/search?q=zdislava')
    expect(JSON.stringify(search.body).toLowerCase()).not.toContain('hrube')
    const left = await acme.owner.call(contacts.getContact, { params: { id: person.mergedId } })
    expect(left).toMatchObject({ id: person.id, name: 'Erased person', handles: [], email: null })
    const change = await acme.owner.try(contacts.changeContact, {
      params: { id: person.id },
      body: { name: 'Zdislava' },
    })
    expect(change).toMatchObject({ status: 409, body: { detail: expect.stringContaining('erased') } })
  })

  test('is not undone by the old file, a repeated call or a late event', async () => {
    const { result } = await importAgain(
      'name,email\nZdislava Hrubešová,zdislava.h@example.com\nNový Člověk,novy@example.com\n',
    )
    expect(result!.rows).toMatchObject({ created: 1, refused: 1 })
    const body = { name: 'Zdislava Hrubešová', email: 'zdislava.h@example.com' }
    const created = await acme.owner.try(contacts.createContact, { body })
    expect(created).toMatchObject({ status: 409, body: { erasedAt: expect.any(String) } })
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from contacts where workspace_id = ${acme.id} and name ilike 'zdislava%'`.execute(
      t.app.db,
    )
    expect(rows[0]!.n).toBe(0)
    const handles = [{ kind: 'email', normal: 'zdislava.h@example.com' }]
    const [erasedAt] = (await findErased({ app: t.app, db: t.app.db, workspaceId: acme.id }, handles)).values()
    expect(erasedAt).toEqual(t.clock.now())
    const { rows: errors } = await sql<{
      cells: unknown
    }>`select cells from import_errors where workspace_id = ${acme.id} and reason like '%"imports.process"%"erased"%'`.execute(
      t.app.db,
    )
    expect(errors).toEqual([{ cells: [] }])
    // Somebody who comes back is somebody new.
    const back = await acme.owner.call(contacts.createContact, { body: { ...body, isReturning: true } })
    expect(back.id).not.toBe(person.id)
    expect(back.facts.orders).toBe(0)
  })

  async function importAgain(content: string) {
    const steps = stepsOf(t, acme)
    return steps.import('again.csv', content)
  }
})
