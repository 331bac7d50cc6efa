import { sql } from 'kysely'
import { isVisible } from '../../../platform/list/visible.ts'
import { isOwnersVisible, joinRoot } from '../contacts/public.ts'
import { joinCompany } from '../companies/public.ts'
import { begins, type Searched } from '../search/public.ts'

/** By the beginning of their number; seen by whoever may see the customer. */
export const orderSearch: Searched = {
  needs: 'orders:read',
  find(ctx, needle, limit) {
    if (needle.numbers.length === 0) return null
    const seesAll = ctx.actor.recordRule === 'all'
    const ways = needle.numbers.map(
      prefix => sql`(select o.workspace_id, o.id, o.number, o.contact_id, o.company_id from orders o
        where o.workspace_id = ${ctx.workspaceId} and o.deleted_at is null and ${begins(sql`o.number`, prefix)} order by o.number, o.id limit ${seesAll ? limit : 200})`,
    )
    return sql`select o.id, o.number as title, coalesce(c.name, co.name) as subtitle, row_number() over (order by o.number, o.id) as place
      from (${sql.join(ways, sql` union `)}) o
        ${joinRoot('o.contact_id', 'c', sql`and ${isVisible(ctx, 'c')}`)}
        ${joinCompany('o.company_id')} and ${isVisible(ctx, 'co')}
      where ${isOwnersVisible(ctx, 'o')} order by o.number, o.id limit ${limit}`
  },
}
