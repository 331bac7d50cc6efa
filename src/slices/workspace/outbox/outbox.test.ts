import { beforeEach, expect, test } from 'vitest'
import { queueMail } from '../../../platform/mail/outgoing-mail.ts'
import { startMailSink } from '../../../testing/mail-sink.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as settings from '../settings/schema.ts'
import * as schema from './schema.ts'

const t = await aTestApp({ OUTGOING_ALLOW: '127.0.0.1' })
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

const queue = (subject: string) =>
  queueMail(
    { app: t.app, db: t.app.db, workspaceId: acme.id },
    { to: 'nina@example.test', subject, text: `Text of ${subject}` },
  )

test('without a mail server mail waits in the outbox, is read there and can be sent later', async () => {
  const id = await queue('Welcome')
  await t.runJobs()
  const { items } = await acme.owner.call(schema.listMail, { query: { 'filter[status]': 'outbox' } })
  expect(items).toMatchObject([{ id, to: 'nina@example.test', subject: 'Welcome', status: 'outbox', sentAt: null }])
  expect(items[0]).not.toHaveProperty('text')
  expect(await acme.owner.call(schema.getMail, { params: { id } })).toMatchObject({ text: 'Text of Welcome' })
  await acme.owner.call(schema.sendMailAgain, { params: { id } })
  expect((await acme.owner.call(schema.getMail, { params: { id } })).status).toBe('waiting')
  expect((await acme.owner.try(schema.sendMailAgain, { params: { id } })).status).toBe(409)
  expect((await acme.owner.call(schema.listMail, { query: { q: 'WELC' } })).items).toHaveLength(1)
})

test('what was kept goes out once there is a mail server, that of other workspaces not', async () => {
  const other = await t.aWorkspace()
  await queueMail(
    { app: t.app, db: t.app.db, workspaceId: other.id },
    { to: 'otto@example.test', subject: 'Other', text: '' },
  )
  await queue('First')
  await queue('Second')
  await t.runJobs()
  const sink = await startMailSink()
  const from = { name: null, address: 'hello@acme.example' }
  const server = { host: sink.host, port: sink.port, tls: 'off', user: null, from } as const
  await acme.owner.call(settings.setMailSettings, { body: server })
  await t.runJobs()
  expect(sink.mails.map(mail => mail.subject)).toEqual(['First', 'Second'])
  await sink.close()
  expect((await acme.owner.call(schema.listMail, {})).items.map(mail => mail.status)).toEqual(['sent', 'sent'])
  expect((await other.owner.call(schema.listMail, {})).items.map(mail => mail.status)).toEqual(['outbox'])
})

test('is closed to admins, who could open an owner’s account with what it holds', async () => {
  const id = await queue('Choose a new password')
  const { client } = await acme.aMember('admin')
  expect((await client.try(schema.listMail, {})).status).toBe(403)
  expect((await client.try(schema.getMail, { params: { id } })).status).toBe(403)
  expect((await client.try(schema.sendMailAgain, { params: { id } })).status).toBe(403)
})

test('shows nothing of another workspace', async () => {
  const id = await queue('Ours')
  const other = await t.aWorkspace()
  expect(await other.owner.call(schema.listMail, {})).toEqual({ items: [], nextCursor: null })
  expect((await other.owner.try(schema.getMail, { params: { id } })).status).toBe(404)
  expect((await other.owner.try(schema.sendMailAgain, { params: { id } })).status).toBe(404)
})
