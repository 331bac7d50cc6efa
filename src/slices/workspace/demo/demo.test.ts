import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import { rightsChanged } from '../../../platform/auth/rights.ts'
import { BrowserClient } from '../../../testing/browser-client.ts'
import { aTestApp } from '../../../testing/test-app.ts'
import { createCompany, listCompanies } from '../../customers/companies/schema.ts'
import { changeContact, createContact, getContact, listContacts } from '../../customers/contacts/schema.ts'
import { rebuildFacts } from '../../customers/facts/public.ts'
import { getFileAddress, listFiles } from '../../customers/files/schema.ts'
import { mergeContacts } from '../../customers/merges/schema.ts'
import { addNote } from '../../customers/notes/schema.ts'
import { listProducts } from '../../sales/products/schema.ts'
import { timelineOf } from '../../customers/timeline/schema.ts'
import { getSession, signIn } from '../sign-in/schema.ts'
import { listCandidates, listGroups } from '../../customers/identity/schema.ts'
import { listViews } from '../views/schema.ts'
import { countDoubles } from './commands/seed-doubles.ts'
import { visitorsSeeded } from '../../channels/collect/demo.ts'
import { demoSignIn, seedDemo } from './public.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let workspaceId: WorkspaceId
let owner: BrowserClient

const count = async (table: string, where = sql`true`): Promise<number> => {
  const { rows } = await sql<{
    count: number
  }>`select count(*) as count from ${sql.table(table)} r where r.workspace_id = ${workspaceId} and ${where}`.execute(
    t.app.db,
  )
  return rows[0]!.count
}

async function signInToDemo(): Promise<BrowserClient> {
  const browser = new BrowserClient(t.server)
  await browser.call(signIn, { body: demoSignIn(t.app) })
  return browser
}

describe('a demo company', () => {
  beforeAll(async () => {
    workspaceId = await seedDemo(t.app, { url: t.url, contacts: 300, months: 12 })
    owner = await signInToDemo()
  })

  test('is entered with the demo sign-in, as its owner', async () => {
    const session = await owner.call(getSession, {})
    expect(session).toMatchObject({
      member: { role: 'owner' },
      workspace: { id: workspaceId, isDemo: true, currency: 'EUR' },
    })
  })

  test('has facts equal to those computed from its log', async () => {
    for (const whose of ['contact', 'company'] as const) {
      const facts = async () =>
        (
          await sql`select * from ${sql.table(`${whose}_facts`)} f where f.workspace_id = ${workspaceId} order by f.${sql.ref(`${whose}_id`)}`.execute(
            t.app.db,
          )
        ).rows
      const loaded = await facts()
      await t.app.db.transaction().execute(tx => rebuildFacts({ app: t.app, db: tx, workspaceId }, whose))
      expect(loaded).toEqual(await facts())
    }
  })

  test('counts its records', async () => {
    const demo = await owner.call(schema.getDemo, {})
    expect(demo).toMatchObject({
      isDemo: true,
      contacts: { count: 300 + countDoubles(300) + visitorsSeeded, isCapped: false },
      members: { count: 12 },
    })
    expect(demo.orders.count).toBe(await count('orders'))
  })

  test('shows on the screens like any other data', async () => {
    const { items } = await owner.call(listContacts, { query: { sort: '-netAmount', limit: 5 } })
    const contact = await owner.call(getContact, { params: { id: items[0]!.id } })
    expect(contact.facts.netAmount).toBe(items[0]!.netAmount)
    const timeline = await owner.call(timelineOf('contacts').list, {
      params: { id: contact.id },
      query: { limit: 200 },
    })
    expect(timeline.items.filter(event => event.kind === 'order.placed')).toHaveLength(contact.facts.orders)
    await owner.call(listCompanies, { query: { limit: 5 } })
  })

  test('has tasks that are late, due today and yet to come', async () => {
    const now = t.clock.now()
    const open = sql`r.done_at is null`
    expect(await count('tasks', sql`${open} and r.due_at < ${now}`)).toBeGreaterThan(0)
    expect(
      await count('tasks', sql`${open} and r.due_at between ${now} and ${now}::timestamptz + interval '7 hours'`),
    ).toBeGreaterThan(0)
    expect(await count('tasks', sql`${open} and r.due_at > ${now}::timestamptz + interval '1 day'`)).toBeGreaterThan(0)
    expect(await count('tasks', sql`${open} and r.subject_kind = 'order'`)).toBeGreaterThan(0)
  })

  test('has shared views that work, reminders and files that open', async () => {
    const { items: views } = await owner.call(listViews, {})
    for (const view of views) {
      const query = new URLSearchParams(view.sort ? { sort: view.sort } : {})
      for (const [key, values] of Object.entries(view.filter))
        for (const value of [values].flat()) query.append(key, value)
      const answer = await owner.request('GET', `/api/v1/${view.object}?${query}`)
      expect([view.name, answer.status, answer.body.items.length > 0]).toEqual([view.name, 200, true])
    }
    expect(views).toHaveLength(4)
    expect(await count('tasks', sql`r.remind_at is not null`)).toBeGreaterThan(0)
    const { items: files } = await owner.call(listFiles, {})
    for (const file of files) {
      const { address } = await owner.call(getFileAddress, { params: { id: file.id } })
      const answer = await t.server.inject({ method: 'GET', url: address })
      expect([answer.statusCode, answer.rawPayload.length, file.contactName ?? file.subjectName]).toEqual([
        200,
        file.size,
        expect.any(String),
      ])
    }
    const onCustomers = files.filter(file => file.subjectKind === null)
    expect(onCustomers.map(file => file.mediaType)).toEqual(['image/png', 'text/plain', 'text/plain', 'image/png'])
    expect(files.filter(file => !onCustomers.includes(file)).map(file => file.subjectKind)).toEqual([
      'product',
      'order',
    ])
  })

  test('has people who are known under several names, found by the comparison itself', async () => {
    await t.runJobs()
    const { items: groups } = await owner.call(listGroups, {})
    const names = groups.map(group => group.contacts.map(contact => contact.name).toSorted())
    expect(names).toContainEqual(['Justin T', 'Justin Trudeau', 'Prime Minister'])
    const { total } = await owner.call(listCandidates, { query: { total: true } })
    expect(total!.count).toBeGreaterThanOrEqual(5)
    // Neighbours, colleagues and namesakes are not taken for one person.
    expect(total!.count).toBeLessThan(60)
  })

  test('ends in the present and not after it', async () => {
    const now = t.clock.now()
    expect(await count('events', sql`r.occurred_at > ${now}`)).toBe(0)
    expect(await count('events', sql`r.occurred_at > ${now}::timestamptz - interval '1 day'`)).toBeGreaterThan(0)
  })
})

describe('the sign-in', () => {
  const ask = (headers = {}, address = '127.0.0.1') =>
    new BrowserClient(t.server, [], address).try(schema.getDemoSignIn, {
      headers: { host: 'localhost:3000', ...headers },
    })

  test('is told on the machine itself', async () => {
    const answer = await ask()
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual(demoSignIn(t.app))
  })

  test.each([
    ['another machine', {}, '203.0.113.7'],
    ['a proxy', { 'x-forwarded-for': '203.0.113.7' }, '127.0.0.1'],
    ['a foreign name for this address', { host: 'rebound.example:3000' }, '127.0.0.1'],
  ])('is not told to %s', async (_who, headers, address) => {
    expect((await ask(headers, address)).status).toBe(404)
  })
})

describe('removing the demo', () => {
  beforeEach(async () => {
    await sql`delete from users`.execute(t.app.db)
    workspaceId = await seedDemo(t.app, { url: t.url, contacts: 120, months: 12 })
    owner = await signInToDemo()
  })

  test('leaves nothing of it but the workspace, its name and who removed it', async () => {
    const removed = await owner.call(schema.removeDemo, {})
    expect(removed).toMatchObject({ contacts: 120 + countDoubles(120) + visitorsSeeded, members: 11 })
    for (const table of [
      'contacts',
      'companies',
      'orders',
      'returns',
      'order_items',
      'notes',
      'tasks',
      'handles',
      'tags',
      'fields',
      'teams',
      'contact_facts',
      'company_facts',
      'identity_features',
      'identity_candidates',
      'identity_models',
      'identity_runs',
    ]) {
      expect(await count(table), table).toBe(0)
    }
    expect(await count('events', sql`r.kind <> 'demo.removed'`)).toBe(0)
    expect(await count('members')).toBe(1)
    const session = await owner.call(getSession, {})
    expect(session.workspace).toMatchObject({ name: 'Lumen & Thread', isDemo: false })
    expect(await owner.call(schema.removeDemo, {})).toMatchObject({ contacts: 0 })
  })

  test('keeps what is one’s own, without what pointed at the demo', async () => {
    const { items: companies } = await owner.call(listCompanies, { query: { limit: 1 } })
    const { rows: tags } = await sql<{
      id: string
    }>`select id from tags where workspace_id = ${workspaceId} order by name`.execute(t.app.db)
    const { rows: people } = await sql<{ id: string; owner: string; team: string }>`
      select c.id, m.id as owner, t.id as team from contacts c, members m, teams t
      where c.workspace_id = ${workspaceId} and m.workspace_id = c.workspace_id and t.workspace_id = c.workspace_id and m.role = 'member' limit 1`.execute(
      t.app.db,
    )
    const [demo] = people
    const own = await owner.call(createContact, {
      body: {
        name: 'Own Contact',
        email: 'own@example.com',
        companyId: companies[0]!.id,
        ownerId: demo!.owner,
        teamId: demo!.team,
        tagIds: [tags[0]!.id],
        fields: { style: 'Minimal', referred_by: demo!.id },
      },
    })
    const merged = await owner.call(createContact, { body: { name: 'Merged With Demo' } })
    await owner.call(mergeContacts, { params: { id: merged.id }, body: { contactIds: [demo!.id] } })
    expect((await owner.call(getContact, { params: { id: merged.id } })).email).not.toBeNull()
    const house = await owner.call(createCompany, { body: { name: 'Own Company' } })
    await t.runJobs()
    await owner.call(changeContact, { params: { id: demo!.id }, body: { companyId: house.id } })
    const [product] = (await owner.call(listProducts, { query: { limit: 1 } })).items
    await owner.call(addNote, { body: { subjectKind: 'product', subjectId: product!.id, body: 'Own note' } })
    const orderId = crypto.randomUUID()
    await sql`insert into orders (workspace_id, id, number, contact_id, company_id, placed_at, currency, amount, base_amount, source, source_id)
      values (${workspaceId}, ${orderId}, 'OWN-1', ${demo!.id}, ${companies[0]!.id}, now(), 'EUR', 1000, 1000, 'manual', 'OWN-1')`.execute(
      t.app.db,
    )

    await owner.call(schema.removeDemo, {})
    const kept = await owner.call(getContact, { params: { id: own.id } })
    expect(kept).toMatchObject({
      name: 'Own Contact',
      companyId: null,
      ownerId: null,
      teamId: null,
      tagIds: [tags[0]!.id],
      fields: { style: 'Minimal' },
    })
    expect(kept.fields).not.toHaveProperty('referred_by')
    expect(await owner.call(getContact, { params: { id: merged.id } })).toMatchObject({
      name: 'Merged With Demo',
      email: null,
      companyId: house.id,
      mergedIds: [],
      handles: [],
    })
    expect(await count('contacts')).toBe(2)
    expect(await count('companies')).toBe(1)
    expect(await count('orders', sql`r.id = ${orderId} and r.contact_id is null and r.company_id is null`)).toBe(1)
    expect(await count('notes', sql`r.subject_kind is null and r.subject_id is null`)).toBe(1)
    expect(await count('tags')).toBe(1)
    expect(await count('fields', sql`r.key = 'style' and not r.is_demo`)).toBe(1)
    expect(await count('events', sql`r.contact_id = ${own.id} and r.company_id is null`)).toBe(
      await count('events', sql`r.contact_id = ${own.id}`),
    )
  })

  test('is the owner’s alone', async () => {
    await sql`update members set role = 'admin' where workspace_id = ${workspaceId} and user_id is not null`.execute(
      t.app.db,
    )
    rightsChanged()
    expect((await owner.try(schema.removeDemo, {})).status).toBe(403)
    expect(await count('contacts')).toBe(120 + countDoubles(120) + visitorsSeeded)
  })
})
