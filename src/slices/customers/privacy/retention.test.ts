import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { queueMail } from '../../../platform/mail/outgoing-mail.ts'
import type { ApiClient } from '../../../testing/api-client.ts'
import { aTestApp } from '../../../testing/test-app.ts'
import * as contacts from '../contacts/schema.ts'
import * as notes from '../notes/schema.ts'
import { createOrder } from '../orders/public.ts'
import { retainNightly } from './jobs/retain.ts'
import * as privacy from './schema.ts'

const t = await aTestApp()
const acme = await t.aWorkspace()
/** A session would end in the meantime. */
let owner: ApiClient
let ids: Record<'visitor' | 'lead' | 'held' | 'buyer' | 'fresh', string>

beforeAll(async () => {
  owner = acme.owner
  const make = async (body: object) => (await owner.call(contacts.createContact, { body })).id
  ids = {
    visitor: await make({ name: 'Visitor', lifecycle: 'stranger', handles: [{ kind: 'device', value: 'device-1' }] }),
    lead: await make({ name: 'Old Lead', email: 'lead@example.com' }),
    held: await make({ name: 'Held Lead', email: 'held@example.com' }),
    buyer: await make({ name: 'Old Buyer', email: 'buyer@example.com' }),
    fresh: '',
  }
  await createOrder(acme.ctx(), { contactId: ids.buyer, number: 'N', amount: 1, placedAt: '2026-03-01T10:00:00Z' })
  for (const id of [ids.held, ids.buyer]) await owner.call(notes.addNote, { body: { contactId: id, body: 'A note' } })
  for (const to of ['buyer@example.com', 'held@example.com'])
    await queueMail({ app: t.app, db: t.app.db, workspaceId: acme.id }, { to, subject: 'Hello', text: 'Hello' })
  await t.runJobs()
  await sql`update outgoing_mail set status = 'sent' where workspace_id = ${acme.id}`.execute(t.app.db)
  owner = await acme.anApiKey(['privacy:read', 'privacy:write', 'contacts:read', 'contacts:write', 'notes:write'])
  t.clock.advance(400 * 24 * 3600_000)
  await owner.call(privacy.holdContact, { params: { id: ids.held }, body: { reason: 'A lawsuit' } })
  ids.fresh = await make({ name: 'New Lead', email: 'new@example.com' })
})

const rule = (kind: string, isEnabled = true) => ({ kind, days: 365, isEnabled })
const counts = async () =>
  Object.fromEntries((await owner.call(privacy.listRetention, {})).items.map(item => [item.kind, item.count]))

test('nothing is switched on by itself, and a night changes nothing', async () => {
  const { items } = await owner.call(privacy.listRetention, {})
  expect(items.every(item => !item.isEnabled)).toBe(true)
  await retainNightly.run(t.app, {}, new AbortController().signal)
  await t.runJobs()
  expect((await owner.call(privacy.listRetentionRuns, { query: {} })).items).toEqual([])
  expect((await owner.try(privacy.runRetention, {})).status).toBe(409)
})

test('rules say how much would go, take that much away in a run, and leave who is under legal hold', async () => {
  const kinds = ['anonymous', 'leads', 'notes', 'mail']
  await owner.call(privacy.changeRetention, { body: { items: kinds.map(kind => rule(kind)) } })
  expect(await counts()).toMatchObject({ anonymous: 1, leads: 1, notes: 1, mail: 1 })
  await retainNightly.run(t.app, {}, new AbortController().signal)
  await t.runJobs()
  const { items: runs } = await owner.call(privacy.listRetentionRuns, { query: {} })
  expect(runs).toMatchObject([
    { counts: { anonymous: 1, leads: 1, notes: 1, mail: 1 }, finishedAt: expect.any(String) },
  ])
  expect(await counts()).toMatchObject({ anonymous: 0, leads: 0, notes: 0, mail: 0 })
  const { items } = await owner.call(contacts.listContacts, { query: { sort: 'name' } })
  expect(items.map(item => item.name)).toEqual(['Held Lead', 'New Lead', 'Old Buyer'])
  const { rows } = await sql<{
    contactId: string
  }>`select contact_id from notes where workspace_id = ${acme.id}`.execute(t.app.db)
  expect(rows).toEqual([{ contactId: ids.held }])
  const mail = await sql<{
    toAddress: string
  }>`select to_address from outgoing_mail where workspace_id = ${acme.id}`.execute(t.app.db)
  expect(mail.rows).toEqual([{ toAddress: 'held@example.com' }])
  // Whoever was only too old may come back without further ado.
  await owner.call(contacts.createContact, { body: { name: 'Old Lead', email: 'lead@example.com' } })
})

test('each kind says what it is, and one that no slice declares is refused', async () => {
  const { items } = await owner.call(privacy.listRetention, {})
  expect(items.find(({ kind }) => kind === 'notes')).toMatchObject({
    label: 'Notes',
    detail: 'since they were last edited; pinned ones stay',
  })
  const refused = await owner.try(privacy.changeRetention, { body: { items: [rule('dreams')] } })
  expect(refused.body).toMatchObject({ status: 400, fields: [{ path: 'items.0.kind' }] })
})

test('a hold that has ended holds nothing', async () => {
  await owner.call(privacy.holdContact, {
    params: { id: ids.held },
    body: { reason: 'A lawsuit', until: '2026-12-31' },
  })
  expect(await counts()).toMatchObject({ leads: 1, notes: 1, mail: 1 })
})

test('a run that is begun while another waits does not take its place: both end', async () => {
  for (let time = 0; time < 2; time++) await owner.call(privacy.runRetention, {})
  await t.runJobs()
  const { items } = await owner.call(privacy.listRetentionRuns, { query: {} })
  expect(items.filter(({ finishedAt }) => finishedAt === null)).toEqual([])
})
