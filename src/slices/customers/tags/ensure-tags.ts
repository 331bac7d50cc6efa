import { sql } from 'kysely'
import { newId } from '../../../kernel/ids.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import type { RecordKind } from '../../../platform/record/record-kind.ts'
import { insertRecords } from '../../../platform/record/statements.ts'
import { tagRecord } from './record.ts'
import { taggedKinds } from './take-off.ts'

export interface NamedTags {
  /** Ids by names in lower case. */
  ids: Map<string, string>
  /** Those that were not there. */
  made: string[]
}

/** The tags of these names; those that are not there are made, or in a dry run imagined. */
export async function ensureTags(
  tenant: Tenant,
  names: readonly string[],
  now: Date,
  isDry: boolean,
): Promise<NamedTags> {
  const wanted = new Map(names.map(name => [name.toLowerCase(), name]))
  if (wanted.size === 0) return { ids: new Map(), made: [] }
  const known = await readIds(tenant, [...wanted.keys()])
  const missing = [...wanted]
    .filter(([key]) => !known.has(key))
    .map(([, name]) => ({ id: newId(), name, color: 'grey' as const }))
  if (missing.length === 0) return { ids: known, made: [] }
  if (isDry)
    return { ids: new Map([...known, ...missing.map(({ id, name }) => [name.toLowerCase(), id] as const)]), made: [] }
  const unlessThere = sql<{ id: string }>`on conflict do nothing returning id`
  const made = await insertRecords(tenant, tagRecord, missing, now, unlessThere)
  return { ids: await readIds(tenant, [...wanted.keys()]), made: made.map(({ id }) => id) }
}

async function readIds({ db, workspaceId }: Tenant, keys: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select t.id, t.name from tags t
    where t.workspace_id = ${workspaceId} and lower(t.name) = any(${keys}::text[]) for key share`.execute(db)
  return new Map(rows.map(row => [row.name.toLowerCase(), row.id]))
}

/** Takes away those of these tags that nothing has; answers how many they were. */
export async function removeUnusedTags(
  { db, workspaceId }: Tenant,
  records: readonly RecordKind[],
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0
  const isUsed = taggedKinds(records).map(
    ({ table }) =>
      sql`exists (select from ${sql.table(table)} r where r.workspace_id = t.workspace_id and r.tag_ids @> array[t.id])`,
  )
  const removed = await sql`
    delete from tags t where t.workspace_id = ${workspaceId}
      and t.id = any(${ids}::uuid[]) and not (${sql.join(isUsed, sql` or `)})`.execute(db)
  return Number(removed.numAffectedRows ?? 0)
}
