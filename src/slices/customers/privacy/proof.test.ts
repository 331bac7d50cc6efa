import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aTestApp } from '../../../testing/test-app.ts'
import { createContact } from '../contacts/schema.ts'
import * as privacy from './schema.ts'

const t = await aTestApp()

test('an export adds to what proves a request, and takes nothing of it away', async () => {
  const acme = await t.aWorkspace()
  const { id: contactId } = await acme.owner.call(createContact, { body: { name: 'Ada' } })
  const body = { kind: 'access', contactId, identityCheck: 'Called back' } as const
  const { id } = await acme.owner.call(privacy.createRequest, { body })
  const ofRequest = sql`workspace_id = ${acme.id} and id = ${id}`
  await sql`update privacy_requests set proof = '{"signature": "of Ada"}' where ${ofRequest}`.execute(t.app.db)
  await acme.owner.call(privacy.startExport, { params: { id } })
  await t.runJobs()
  const { rows } = await sql`select proof from privacy_requests where ${ofRequest}`.execute(t.app.db)
  expect(rows).toMatchObject([{ proof: { signature: 'of Ada', export: { status: 'done' } } }])
})
