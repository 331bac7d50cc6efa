import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { referencesOf } from '../../../platform/record/record-kind.ts'
import type { Counts } from './schema.ts'

/** What belongs to the contacts of each of these groups: handles, events, and the records that name a contact. */
export async function countsOf(ctx: Ctx, groups: string[][]): Promise<Counts[]> {
  const columns = new Map([['handles', 'contactId']])
  for (const kind of ctx.app.records)
    for (const { column, to } of referencesOf(kind)) if (to === 'contacts') columns.set(kind.table, column)
  const ids = groups.flat()
  const parts = [...columns].map(([table, column]) => {
    const contact = sql.ref(`d.${column}`)
    return sql`
      select ${sql.lit(table)} as what, ${contact} as contact_id, count(*)::int as count from ${sql.table(table)} d
      where d.workspace_id = ${ctx.workspaceId} and ${contact} = any(${ids}::uuid[]) and d.deleted_at is null group by 2`
  })
  const events = sql`
    select 'events' as what, e.contact_id, count(*)::int as count from events e
    where e.workspace_id = ${ctx.workspaceId} and e.contact_id = any(${ids}::uuid[]) group by e.contact_id`
  const all = sql<{ what: string; contactId: string; count: number }>`
    ${sql.join([events, ...parts], sql` union all `)}`
  const { rows } = await all.execute(ctx.db)
  const none = Object.fromEntries([...columns.keys(), 'events'].map(what => [what, 0]))
  return groups.map(group => {
    const counts = { ...none }
    for (const { what, contactId, count } of rows) if (group.includes(contactId)) counts[what]! += count
    return counts
  })
}
