import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aTestApp } from '../../../testing/test-app.ts'
import { within } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { createContact } from '../contacts/schema.ts'
import { mergeContacts } from '../merges/public.ts'
import * as privacy from './schema.ts'

const t = await aTestApp()

test('of a legal hold and an erasure at the same moment one is refused', async () => {
  const acme = await t.aWorkspace()
  for (let time = 0; time < 8; time++) {
    const { id } = await acme.owner.call(createContact, { body: { name: 'Ada' } })
    const done = await Promise.allSettled([
      acme.owner.call(privacy.holdContact, { params: { id }, body: { reason: 'A court asks' } }),
      acme.owner.call(privacy.eraseContact, { params: { id }, body: { confirmation: 'Ada' } }),
    ])
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  }
})

test('whoever is merged into a contact while its erasure begins is erased too', async () => {
  const acme = await t.aWorkspace()
  const aContact = async (name: string) => (await acme.owner.call(createContact, { body: { name } })).id
  const [survivorId, mergedId] = [await aContact('Ada'), await aContact('Bea')]
  const params = { id: survivorId }
  let erasure: Promise<unknown> | undefined
  await inTransaction(t.app, async ({ db }) => {
    await mergeContacts(within(acme.ctx(), db), [{ survivorId, mergedId, how: 'person' }])
    erasure = acme.owner.call(privacy.eraseContact, { params, body: { confirmation: 'Ada' } })
    await expect.poll(waiting, { timeout: 5000 }).toBe(1)
  })
  await erasure
  const { rows } = await sql`
    select id from contacts where workspace_id = ${acme.id} and erased_at is not null`.execute(t.app.db)
  expect(rows).toHaveLength(2)
})

/** How many statements wait for a lock. */
async function waiting(): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(t.app.db)
  return rows[0]!.n
}
