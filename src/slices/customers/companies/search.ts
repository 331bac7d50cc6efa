import { sql } from 'kysely'
import { isVisible } from '../../../platform/list/visible.ts'
import { companyRecord } from './record.ts'
import { begins, searchByName } from '../search/public.ts'

export const companySearch = searchByName(companyRecord, {
  byHandle(ctx, needle, limit, isLive) {
    const ways = needle.handles.map(
      prefix => sql`(select c.id, c.domain as normal from companies c
        where ${isLive} and ${begins(sql`c.domain`, prefix)} and ${isVisible(ctx, 'c')} order by c.domain limit ${limit})`,
    )
    return sql`select id, row_number() over (order by normal) as rank from (${sql.join(ways, sql` union all `)}) c`
  },
  title: sql`c.name`,
  subtitle: [sql`c.domain`, sql`c.city`],
})
