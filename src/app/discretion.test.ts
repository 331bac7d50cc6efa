import pg from 'pg'
import { expect, test } from 'vitest'
import * as contacts from '../slices/customers/contacts/schema.ts'
import * as notes from '../slices/customers/notes/schema.ts'
import { search } from '../slices/customers/search/schema.ts'
import * as signIn from '../slices/workspace/sign-in/schema.ts'
import { aTestApp } from '../testing/test-app.ts'

/** Neither the log nor a failed request tells what it should not. */
const t = await aTestApp({ LOG_LEVEL: 'info' }, { write: line => lines.push(line) })
const acme = await t.aWorkspace()
const lines: string[] = []

/** Runs `work` on a database where `statement` has broken something, and mends it. */
async function withBroken(statement: string, mend: string, work: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: t.url })
  await client.connect()
  await client.query(statement)
  await work()
  await client.query(mend)
  await client.end()
}

test('a bug answers with a request id and nothing of its cause, which is in the log under that id', async () => {
  await withBroken('alter table tags rename to tags_gone', 'alter table tags_gone rename to tags', async () => {
    const { status, body } = await acme.owner.request('GET', '/api/v1/tags?q=Wanda')
    expect(status).toBe(500)
    expect(Object.keys(body).sort()).toEqual(['code', 'detail', 'reason', 'requestId', 'status', 'title', 'type'])
    expect(body.reason).toBe('platform.problem.internal')
    expect(JSON.stringify(body)).not.toMatch(/select|relation|tags_gone|\.ts|node_modules|at /i)
    expect(lines.find(line => line.includes(body.requestId) && line.includes('"err"'))).toContain('relation')
  })
})

test('the log names nobody and quotes nothing that they wrote', async () => {
  const secrets = ['Wanda', 'wanda@example.com', '777123456', 'allergic', 'correct horse', 'Bearer', 'session_token']
  const body = { name: 'Wanda Wide', email: 'wanda@example.com', phone: '+420 777 123 456' }
  const { id } = await acme.owner.call(contacts.createContact, { body })
  expect((await acme.owner.try(contacts.createContact, { body })).status).toBe(409)
  await acme.owner.call(notes.addNote, { body: { contactId: id, body: 'Wanda is allergic to nuts.' } })
  await acme.owner.call(search, { query: { q: 'wanda@example.com' } })
  await acme.owner.request('GET', '/api/v1/contacts/export?q=Wanda')
  const stranger = acme.owner.with({})
  await stranger.try(signIn.signIn, { body: { email: 'wanda@example.com', password: 'correct horse' } })
  await stranger.try(signIn.requestPasswordReset, { body: { email: 'wanda@example.com' } })
  await t.runJobs()

  // Errors that PostgreSQL words with the values at hand, in a request and in a delivery.
  await withBroken(
    `alter table notes add constraint no_wanda check (body not like '%allergic%') not valid`,
    'alter table notes drop constraint no_wanda',
    async () => {
      const answer = await acme.owner.try(notes.addNote, { body: { contactId: id, body: 'Wanda is allergic.' } })
      expect(answer.status).toBe(500)
    },
  )
  await withBroken(
    `create function quote_it() returns trigger language plpgsql as $$ begin perform new.name::int; return new; end $$;
     create trigger quote_it before update on contacts for each row execute function quote_it()`,
    'drop trigger quote_it on contacts',
    async () => {
      const answer = await acme.owner.try(contacts.changeContact, { params: { id }, body: { name: 'Wanda Wider' } })
      expect(answer.status).toBe(500)
    },
  )
  expect(lines.filter(line => line.includes('"level":50')).length).toBeGreaterThan(2)
  expect(lines.filter(line => secrets.some(secret => line.includes(secret)))).toEqual([])
})
