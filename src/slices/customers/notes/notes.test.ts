import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { rightsChanged } from '../../../platform/auth/rights.ts'
import { textIn } from '../../../platform/languages.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import { createCompany } from '../companies/schema.ts'
import { createContact } from '../contacts/schema.ts'
import { markMerged } from '../contacts/merged.fixture.ts'
import { mentionsOf, plainText } from './note.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace
let contactId: string

beforeEach(async () => {
  acme = await t.aWorkspace()
  contactId = (await acme.owner.call(createContact, { body: { name: 'Marta' } })).id
})

const add = (body: string) => acme.owner.call(schema.addNote, { body: { contactId, body } })
const list = async (query: Record<string, unknown>) => (await acme.owner.call(schema.listNotes, { query })).items
const events = (noteId: string) =>
  t.app.db
    .selectFrom('events')
    .select(['kind', 'data', 'channel', 'contactId', 'companyId'])
    .where('workspaceId', '=', acme.id)
    .where('subjectId', '=', noteId)
    .orderBy('id')
    .execute()
const notifications = async () => {
  const rows = await t.app.db
    .selectFrom('notifications')
    .select(['memberId', 'kind', 'title', 'link'])
    .where('workspaceId', '=', acme.id)
    .orderBy('id')
    .execute()
  return rows.map(row => ({ ...row, title: textIn(row.title, 'en') }))
}

test.each([
  ['nobody here, not even marta@example.com', []],
  [
    '@[Olga](member:01890000-0000-7000-8000-00000000000A) and again @[Olga O.](member:01890000-0000-7000-8000-00000000000a)',
    ['01890000-0000-7000-8000-00000000000a'],
  ],
  ['@[Olga](member:123) @[](member:01890000-0000-7000-8000-00000000000a)', []],
])('mentions in %j', (body, ids) => {
  expect(mentionsOf(body)).toEqual(ids)
})

test('reads as plain text with names', () => {
  expect(plainText('Ask @[Olga [CEO](member:01890000-0000-7000-8000-00000000000a), please')).toBe(
    'Ask @Olga [CEO, please',
  )
})

describe('a note', () => {
  test('is plain text with line breaks on a contact, told to the timeline without a channel', async () => {
    const note = await add('  Called.\r\nWants <b>tea</b>.  ')
    expect(note).toMatchObject({
      body: 'Called.\nWants <b>tea</b>.',
      contactId,
      contactName: 'Marta',
      companyId: null,
      authorId: acme.ownerId,
      authorName: 'Olga Owner',
      isPinned: false,
    })
    expect(await events(note.id)).toMatchObject([
      { kind: 'note.added', channel: null, contactId, data: { noteId: note.id, excerpt: 'Called. Wants <b>tea</b>.' } },
    ])
  })

  test.each([`${'x'.repeat(198)}😀 tail`, '😀'.repeat(150)])(
    'whose excerpt would end within a sign: %s',
    async body => {
      const { id } = await add(body)
      const [added] = await events(id)
      expect(added!.data).toEqual({
        noteId: id,
        excerpt: `${[...body].slice(0, body.startsWith('x') ? 198 : 99).join('')}…`,
      })
    },
  )

  test('on a contact stands on the timeline of its company too', async () => {
    const company = await acme.owner.call(createCompany, { body: { name: 'Tools' } })
    const contact = await acme.owner.call(createContact, { body: { name: 'Jan', companyId: company.id } })
    const note = await acme.owner.call(schema.addNote, { body: { contactId: contact.id, body: 'Hello' } })
    expect(await events(note.id)).toMatchObject([{ contactId: contact.id, companyId: company.id }])
    const own = await acme.owner.call(schema.addNote, { body: { companyId: company.id, body: 'On the company' } })
    expect(own).toMatchObject({ contactId: null, companyId: company.id, companyName: 'Tools' })
    expect((await list({ 'filter[companyId]': company.id })).map(item => item.id)).toEqual([own.id])
  })

  test.each([
    [{}, 400, 'body'],
    [{ body: ' \n ' }, 400, 'body'],
    [{ body: 'x\u0000y' }, 400, 'body'],
    [{ body: 'Hello' }, 400, 'contactId'],
    [{ body: 'Hello', contactId: newId(), companyId: newId() }, 400, 'companyId'],
    [{ body: 'Hello', contactId: newId(), authorId: newId() }, 400, 'authorId'],
  ])('%j is refused', async (body, status, path) => {
    const answer = await acme.owner.request('POST', '/api/v1/notes', body)
    expect([answer.status, answer.body.fields[0].path]).toEqual([status, path])
  })

  test('is added to nobody of another workspace, nor in the bin', async () => {
    const beta = await t.aWorkspace()
    expect((await beta.owner.try(schema.addNote, { body: { contactId, body: 'Hello' } })).status).toBe(404)
    await acme.owner.request('DELETE', `/api/v1/contacts/${contactId}`)
    expect((await acme.owner.try(schema.addNote, { body: { contactId, body: 'Hello' } })).status).toBe(404)
  })
})

describe('mentions', () => {
  test('notify each member once, and not the author', async () => {
    const { id: jan } = await acme.aMember('member', 'Jan')
    const { id: eva } = await acme.aMember('member', 'Eva')
    const note = await add(`@[Jan](member:${jan}) look, and me: @[Olga](member:${acme.ownerId})`)
    expect(note.mentionIds).toEqual([jan, acme.ownerId])
    await acme.owner.call(schema.editNote, {
      params: { id: note.id },
      body: { body: `@[Jan](member:${jan}) @[Eva](member:${eva}) look` },
    })
    expect(await notifications()).toEqual([
      {
        memberId: jan,
        kind: 'note.mention',
        title: 'Olga Owner mentioned you in a note on Marta',
        link: `/contacts/${contactId}`,
      },
      {
        memberId: eva,
        kind: 'note.mention',
        title: 'Olga Owner mentioned you in a note on Marta',
        link: `/contacts/${contactId}`,
      },
    ])
  })

  test('of members of another workspace, or who were removed, are refused', async () => {
    const beta = await t.aWorkspace()
    const answer = await acme.owner.try(schema.addNote, {
      body: { contactId, body: `@[Olga](member:${beta.ownerId})` },
    })
    expect([answer.status, answer.body.fields[0].path]).toEqual([422, 'body'])
    const { id } = await acme.aMember('member')
    await t.app.db
      .updateTable('members')
      .set({ removedAt: t.clock.now() })
      .where('workspaceId', '=', acme.id)
      .where('id', '=', id)
      .execute()
    rightsChanged()
    expect((await acme.owner.try(schema.addNote, { body: { contactId, body: `@[X](member:${id})` } })).status).toBe(422)
    expect([await list({}), await notifications()]).toEqual([[], []])
  })
})

describe('editing', () => {
  test('is for the author and managers; everybody may pin', async () => {
    const author = await acme.aMember('member')
    const other = await acme.aMember('member')
    const manager = await acme.aMember('manager')
    const { id } = await author.client.call(schema.addNote, { body: { contactId, body: 'First' } })
    expect((await other.client.try(schema.editNote, { params: { id }, body: { body: 'Mine' } })).status).toBe(403)
    expect((await other.client.try(schema.deleteNote, { params: { id } })).status).toBe(403)
    expect(await other.client.call(schema.editNote, { params: { id }, body: { isPinned: true } })).toMatchObject({
      isPinned: true,
      body: 'First',
    })
    expect(await author.client.call(schema.editNote, { params: { id }, body: { body: 'Second' } })).toMatchObject({
      body: 'Second',
      isPinned: true,
    })
    expect(await manager.client.call(schema.editNote, { params: { id }, body: { body: 'Third' } })).toMatchObject({
      body: 'Third',
      authorId: author.id,
    })
    expect((await events(id)).map(event => [event.kind, (event.data as { excerpt: string }).excerpt])).toEqual([
      ['note.added', 'First'],
      ['note.pinned', undefined],
      ['note.edited', 'Second'],
      ['note.edited', 'Third'],
    ])
  })

  test('that changes nothing tells nothing', async () => {
    const { id } = await add('Same')
    await acme.owner.call(schema.editNote, { params: { id }, body: { body: 'Same', isPinned: false } })
    expect(await events(id)).toHaveLength(1)
  })
})

describe('deleting', () => {
  test('takes the words out of the log, and restoring brings the note back', async () => {
    const { id } = await add('Secret words')
    await acme.owner.call(schema.editNote, { params: { id }, body: { body: 'More secret words' } })
    await acme.owner.call(schema.deleteNote, { params: { id } })
    expect((await acme.owner.try(schema.getNote, { params: { id } })).status).toBe(404)
    expect((await acme.owner.try(schema.editNote, { params: { id }, body: { body: 'x' } })).status).toBe(404)
    expect(await list({ 'filter[contactId]': contactId })).toEqual([])
    expect(JSON.stringify(await events(id))).not.toContain('ecret')
    expect((await events(id)).map(event => event.kind)).toEqual(['note.added', 'note.edited', 'note.deleted'])
    expect(await acme.owner.call(schema.restoreNote, { params: { id } })).toMatchObject({ body: 'More secret words' })
    expect((await events(id)).at(-1)).toMatchObject({ kind: 'note.restored', data: { excerpt: 'More secret words' } })
    expect((await events(id))[0]).toMatchObject({ kind: 'note.added', data: { excerpt: 'More secret words' } })
    expect(await list({ 'filter[contactId]': contactId })).toHaveLength(1)
  })
})

describe('lists', () => {
  test('go through merges in both directions', async () => {
    const nickname = await acme.owner.call(createContact, { body: { name: 'Martha' } })
    const [first, second] = [
      await add('On the survivor'),
      await acme.owner.call(schema.addNote, { body: { contactId: nickname.id, body: 'On the other' } }),
    ]
    await markMerged({ db: t.app.db, workspaceId: acme.id }, nickname.id, contactId)
    for (const asked of [contactId, nickname.id]) {
      const items = await list({ 'filter[contactId]': asked })
      expect(items.map(item => [item.id, item.contactId, item.contactName]).sort()).toEqual(
        [
          [first.id, contactId, 'Marta'],
          [second.id, nickname.id, 'Marta'],
        ].sort(),
      )
    }
    const third = await acme.owner.call(schema.addNote, { body: { contactId: nickname.id, body: 'Now' } })
    expect(third.contactId).toBe(nickname.id)
  })

  test('filter by pin and author and search the text', async () => {
    const member = await acme.aMember('member')
    const [plain, pinned] = [
      await add('Likes TEA'),
      await member.client.call(schema.addNote, { body: { contactId, body: 'Likes coffee', isPinned: true } }),
    ]
    const found = async (query: Record<string, unknown>) => (await list(query)).map(item => item.id)
    expect(await found({ 'filter[isPinned]': 'true' })).toEqual([pinned.id])
    expect(await found({ 'filter[authorId]': acme.ownerId })).toEqual([plain.id])
    expect(await found({ q: 'tea' })).toEqual([plain.id])
    expect(await found({ 'filter[contactId]': newId() })).toEqual([])
    expect((await acme.owner.try(schema.listNotes, { query: { 'filter[contactId]': 'x' } })).status).toBe(400)
  })

  test('keep to the record rule and the workspace', async () => {
    const seller = await acme.aMember('member')
    const beta = await t.aWorkspace()
    const { id } = await add('Not yours')
    await acme.limit('member')
    for (const { client } of [seller, { client: beta.owner }]) {
      expect((await client.call(schema.listNotes, { query: {} })).items).toEqual([])
      expect((await client.call(schema.listNotes, { query: { 'filter[contactId]': contactId } })).items).toEqual([])
      for (const endpoint of [schema.getNote, schema.deleteNote, schema.restoreNote])
        expect((await client.try(endpoint, { params: { id } })).status).toBe(404)
      expect((await client.try(schema.editNote, { params: { id }, body: { isPinned: true } })).status).toBe(404)
    }
  })
})
