import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { within } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { aTestApp } from '../../../testing/test-app.ts'
import { createContact } from '../contacts/public.ts'
import { createOrder } from '../orders/public.ts'
import { mergeContacts, unmergeContacts } from './public.ts'

const t = await aTestApp({ DATABASE_POOL: '8' })

/** A deadlock makes one of those who wait for each other try again, as jobs and callers do. */
async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await work()
    } catch (error) {
      if ((error as { code?: string }).code !== '40P01') throw error
    }
}

test('merges, undos and orders of the same contacts at once leave a forest, and facts that say what the orders say', async () => {
  const acme = await t.aWorkspace()
  const ctx = acme.ctx()
  const ids = await Promise.all(Array.from({ length: 8 }, (_, at) => createContact(ctx, { name: `Person ${at}` })))
  const made: string[] = []
  await Promise.all(
    Array.from({ length: 40 }, async (_, at) => {
      const [a, b] = [ids[(at * 3) % 8]!, ids[(at * 5 + 1) % 8]!]
      if (at % 4 === 3) await createOrder(ctx, { number: `N${at}`, contactId: a, amount: 1 })
      else if (at % 4 === 2 && made.length > 0)
        await insist(() =>
          inTransaction(t.app, ({ db }) => unmergeContacts(within(ctx, db), [made[at % made.length]!])),
        )
      else
        for (const { id } of await insist(() =>
          inTransaction(t.app, ({ db }) =>
            mergeContacts(within(ctx, db), [{ survivorId: a, mergedId: b, how: 'person' }]),
          ),
        ))
          made.push(id)
    }),
  )
  await t.runJobs()
  const { rows } = await sql<{ id: string; mergedInto: string | null; hasMerged: boolean; into: string | null }>`
    select c.id, c.merged_into, c.has_merged,
      (select m.survivor_id from merges m where m.workspace_id = c.workspace_id and m.merged_id = c.id and m.undone_at is null) as into
    from contacts c where c.workspace_id = ${acme.id}`.execute(t.app.db)
  const into = new Map(rows.map(row => [row.id, row.into]))
  const rootOf = (id: string, depth = 0): string => {
    expect(depth).toBeLessThan(rows.length)
    const next = into.get(id)
    return next ? rootOf(next, depth + 1) : id
  }
  for (const { id, mergedInto, hasMerged } of rows) {
    const root = rootOf(id)
    expect(mergedInto).toBe(root === id ? null : root)
    expect(hasMerged).toBe(root === id && rows.some(row => row.id !== id && rootOf(row.id) === id))
  }
  const facts = await sql<{ contactId: string; orders: number; placed: number }>`
    select f.contact_id, f.orders, (select count(*)::int from orders o join contacts c on c.workspace_id = o.workspace_id and c.id = o.contact_id
      where o.workspace_id = f.workspace_id and coalesce(c.merged_into, c.id) = f.contact_id) as placed
    from contact_facts f where f.workspace_id = ${acme.id}`.execute(t.app.db)
  expect(facts.rows.map(row => row.contactId).sort()).toEqual(
    rows
      .filter(row => row.mergedInto === null)
      .map(row => row.id)
      .sort(),
  )
  for (const { orders, placed } of facts.rows) expect(orders).toBe(placed)
})
