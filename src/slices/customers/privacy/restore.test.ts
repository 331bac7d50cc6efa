import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { compose, createLogger } from '../../../app/compose.ts'
import { readBackup } from '../../../platform/db/backup/read-backup.ts'
import { writeBackup } from '../../../platform/db/backup/write-backup.ts'
import { textIn } from '../../../platform/languages.ts'
import { databaseUrl, templateName } from '../../../testing/database-server.ts'
import { createTestApp, type TestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as contacts from '../contacts/schema.ts'
import * as notes from '../notes/schema.ts'
import { findErased, replayErasures } from './public.ts'
import * as privacy from './schema.ts'

let t: TestApp
let acme: TestWorkspace
let admin: pg.Client
const target = `restore_${process.pid}`

beforeAll(async () => {
  t = await createTestApp()
  acme = await t.aWorkspace()
  admin = new pg.Client({ connectionString: databaseUrl(inject('serverUrl'), 'postgres') })
  await admin.connect()
})
afterAll(async () => {
  await admin.query(`drop database if exists ${target} with (force)`)
  await admin.end()
  await t.close()
})

async function aContact(name: string, email: string): Promise<string> {
  const { id } = await acme.owner.call(contacts.createContact, { body: { name, email } })
  await acme.owner.call(notes.addNote, { body: { contactId: id, body: `${name} wrote` } })
  return id
}

async function erase(id: string, confirmation: string): Promise<void> {
  await acme.owner.call(privacy.eraseContact, { params: { id }, body: { confirmation } })
  await t.runJobs()
}

test('a backup that is restored forgets who was erased after it was made, and nobody else', async () => {
  const early = await aContact('Erased Early', 'early@example.com')
  const late = await aContact('Erased Late', 'late@example.com')
  const never = await aContact('Never Erased', 'never@example.com')
  await erase(early, 'Erased Early')
  const backup = await buffer((await writeBackup(t.url)).stream)
  t.clock.advance(3600_000)
  await erase(late, 'Erased Late')

  await admin.query(`create database ${target} template ${templateName}`)
  const url = databaseUrl(inject('serverUrl'), target)
  await readBackup(url, Readable.from([backup]))
  const restored = await compose(t.app.config, url, createLogger('silent'), t.clock)
  try {
    const { app } = restored
    const names = async () => {
      const { rows } = await sql<{
        name: string
      }>`select name from contacts where workspace_id = ${acme.id} order by id`.execute(app.db)
      return rows.map(row => textIn(row.name, 'en'))
    }
    expect(await names()).toEqual(['Erased person', 'Erased Late', 'Never Erased'])
    expect(await replayErasures(app)).toBe(1)
    expect(await names()).toEqual(['Erased person', 'Erased person', 'Never Erased'])
    const { rows } = await sql<{
      contactId: string
    }>`select contact_id from notes where workspace_id = ${acme.id}`.execute(app.db)
    expect(rows).toEqual([{ contactId: never }])
    const handles = [{ kind: 'email', normal: 'late@example.com' }]
    const [erasedAt] = (await findErased({ app, db: app.db, workspaceId: acme.id }, handles)).values()
    expect(erasedAt!.toISOString() >= '2026-03-02T10:30:00Z').toBe(true)
    expect(await replayErasures(app)).toBe(0)
  } finally {
    await restored.close()
  }
})
