import { sql } from 'kysely'
import type { TestApp, TestWorkspace } from '../../../testing/test-app.ts'
import * as schema from './schema.ts'
import { upload } from './upload.fixture.ts'

/** The steps of an import as its owner takes them. */
export function stepsOf(t: TestApp, acme: TestWorkspace) {
  const get = (id: string) => acme.owner.call(schema.getImport, { params: { id } })
  const steps = {
    get,
    draft: (name: string, content: string | Buffer, query = '') => upload(acme.owner, name, content, query),
    change: (id: string, body: schema.ImportPatch) => acme.owner.call(schema.changeImport, { params: { id }, body }),
    async check(id: string) {
      await acme.owner.call(schema.checkImport, { params: { id } })
      await t.runJobs()
      return get(id)
    },
    async run(id: string) {
      await acme.owner.call(schema.runImport, { params: { id } })
      await t.runJobs()
      const done = await get(id)
      if (done.status !== 'done') throw new Error(`The import is ${done.status}: ${done.error}`)
      return done
    },
    async undo(id: string) {
      await acme.owner.call(schema.undoImport, { params: { id } })
      await t.runJobs()
      return get(id)
    },
    /** Uploads, checks that the dry run says what then happens, and imports. */
    async import(name: string, content: string | Buffer, patch?: schema.ImportPatch) {
      const { id } = await steps.draft(name, content)
      if (patch) await steps.change(id, patch)
      const checked = await steps.check(id)
      if (checked.error) throw new Error(checked.error)
      const done = await steps.run(id)
      if (JSON.stringify(done.result) !== JSON.stringify(checked.check)) {
        throw new Error(
          `The dry run said ${JSON.stringify(checked.check)}, the import did ${JSON.stringify(done.result)}`,
        )
      }
      return done
    },
  }
  return steps
}

/** Every row of the customers' tables of a workspace, without what differs between two times of doing the same. */
export async function snapshot(t: TestApp, acme: TestWorkspace): Promise<Record<string, unknown[]>> {
  const read = async (query: ReturnType<typeof sql>) => (await query.execute(t.app.db)).rows
  return {
    contacts: await read(
      sql`select c.name, c.search_text, c.email, c.phone, c.city, c.country, c.job_title, c.lifecycle, c.fields, c.owner_id, c.birthday, co.name as company from contacts c left join companies co on co.workspace_id = c.workspace_id and co.id = c.company_id where c.workspace_id = ${acme.id} order by c.name, c.search_text`,
    ),
    handles: await read(
      sql`select h.kind, h.normal, h.is_primary, h.is_identifying from handles h where h.workspace_id = ${acme.id} order by 1, 2, 3, 4`,
    ),
    companies: await read(
      sql`select c.name, c.domain, c.employees, c.industry, c.country, c.fields, c.source_id from companies c where c.workspace_id = ${acme.id} order by c.name`,
    ),
    orders: await read(
      sql`select o.number, o.amount, o.base_amount, o.quantity, o.status, o.fields from orders o where o.workspace_id = ${acme.id} order by o.number`,
    ),
    returns: await read(
      sql`select r.number, r.amount, r.quantity from returns r where r.workspace_id = ${acme.id} order by r.number`,
    ),
    notes: await read(sql`select n.body from notes n where n.workspace_id = ${acme.id} order by n.body`),
    facts:
      await read(sql`select c.name, f.orders, f.order_amount, f.returns, f.return_amount, f.net_amount, f.touchpoints, f.first_order_at, f.last_touch_at
      from contact_facts f join contacts c on c.workspace_id = f.workspace_id and c.id = f.contact_id where f.workspace_id = ${acme.id} order by c.name, c.search_text`),
    fields: await read(
      sql`select f.object, f.key, f.type from fields f where f.workspace_id = ${acme.id} order by 1, 2`,
    ),
    tags: await read(sql`select t.name from tags t where t.workspace_id = ${acme.id} order by 1`),
    events: await read(
      sql`select e.kind, count(*) as count from events e where e.workspace_id = ${acme.id} and e.kind not in ('field.created', 'import.finished', 'import.undone') group by 1 order by 1`,
    ),
  }
}

/** Handles and e-mails that more than one contact has: none may be. */
export async function duplicates(t: TestApp, acme: TestWorkspace): Promise<unknown[]> {
  const { rows } = await sql`
    select h.kind, h.normal from handles h where h.workspace_id = ${acme.id} and h.deleted_at is null and h.kind in ('email', 'phone', 'external')
    group by h.kind, h.normal having count(distinct h.contact_id) > 1`.execute(t.app.db)
  return rows
}
