import { sql } from 'kysely'
import { isVisible } from '../../../platform/list/visible.ts'
import { joinCompany } from '../companies/public.ts'
import { contactRecord } from './record.ts'
import { begins, considered, searchByName } from '../search/public.ts'
import { isRoot, rootId } from './root.ts'

/** Handles may be those of a contact that was merged: they find the surviving one. */
export const contactSearch = searchByName(contactRecord, {
  isFound: isRoot('c'),
  byHandle(ctx, needle, limit, isLive) {
    const ways = needle.handles.map(
      prefix => sql`(select h.contact_id, h.normal from handles h
        where h.workspace_id = ${ctx.workspaceId} and h.deleted_at is null and ${begins(sql`h.normal`, prefix)} order by h.normal limit ${considered})`,
    )
    return sql`select c.id, row_number() over (order by h.normal) as rank
      from (${sql.join(ways, sql` union all `)}) h
        join contacts merged on merged.workspace_id = ${ctx.workspaceId} and merged.id = h.contact_id
        join contacts c on ${isLive} and c.id = ${rootId('merged')} and ${isVisible(ctx, 'c')}
      order by h.normal limit ${limit}`
  },
  title: sql`c.name`,
  subtitle: [sql`coalesce(c.email, c.phone)`, sql`co.name`],
  joins: () => joinCompany('c.company_id'),
})
