import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import type { Counts } from './schema.ts'

const tables = ['handles', 'orders', 'returns', 'notes', 'tasks', 'files'] as const

/** What belongs to the contacts of each of these groups. */
export async function countsOf(ctx: Ctx, groups: string[][]): Promise<Counts[]> {
  const none: Counts = { handles: 0, events: 0, orders: 0, returns: 0, notes: 0, tasks: 0, files: 0 }
  const counts = groups.map(() => ({ ...none }))
  const ids = groups.flat()
  const parts = tables.map(
    table => sql`
      select ${sql.lit(table)} as what, d.contact_id, count(*)::int as count from ${sql.table(table)} d
      where d.workspace_id = ${ctx.workspaceId} and d.contact_id = any(${ids}::uuid[]) and d.deleted_at is null group by d.contact_id`,
  )
  const events = sql`
    select 'events' as what, e.contact_id, count(*)::int as count from events e
    where e.workspace_id = ${ctx.workspaceId} and e.contact_id = any(${ids}::uuid[]) group by e.contact_id`
  const { rows } = await sql<{ what: keyof Counts; contactId: string; count: number }>`
    ${sql.join([events, ...parts], sql` union all `)}`.execute(ctx.db)
  for (const { what, contactId, count } of rows)
    groups.forEach((group, at) => {
      if (group.includes(contactId)) counts[at]![what] += count
    })
  return counts
}
