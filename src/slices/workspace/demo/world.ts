import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import type { DemoCustomer, DemoMember, DemoWorld } from './demo-part.ts'
import { products } from './world/catalogue.ts'
import { colleagues } from './world/staff.ts'

const known = 60

/** The company as its parts find it, once its customers have lived. */
export async function readWorld({ db, workspaceId }: Ctx): Promise<DemoWorld> {
  const customers = sql<DemoCustomer>`
    select c.id, c.name, lower(c.email) as email, c.language, c.created_at
    from contact_facts f join contacts c on c.workspace_id = f.workspace_id and c.id = f.contact_id
    where f.workspace_id = ${workspaceId} and c.email is not null
    order by f.net_amount desc, f.contact_id desc limit ${known}`
  const members = sql<DemoMember>`
    select m.id, m.name, m.role from members m where m.workspace_id = ${workspaceId} and m.is_demo
    order by array_position(${colleagues.map(({ name }) => name)}::text[], m.name)`
  return {
    customers: (await customers.execute(db)).rows,
    staff: (await members.execute(db)).rows,
    products,
  }
}
