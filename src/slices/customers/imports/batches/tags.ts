import { sql } from 'kysely'
import { newId } from '../../../../kernel/ids.ts'
import { insertRows } from '../../../../platform/db/insert-rows.ts'
import type { Batch } from './batch.ts'

/** Ids of tags by their names in lower case; those that are not there are made. */
export async function resolveTags(batch: Batch, names: readonly string[]): Promise<Map<string, string>> {
  const wanted = new Map(names.map(name => [name.toLowerCase(), name]))
  if (wanted.size === 0) return new Map()
  const { tx, run, now } = batch
  const read = async () => {
    const { rows } = await sql<{ id: string; name: string }>`
      select t.id, t.name from tags t where t.workspace_id = ${run.workspaceId} and lower(t.name) = any(${[...wanted.keys()]}::text[]) for key share`.execute(
      tx,
    )
    return new Map(rows.map(row => [row.name.toLowerCase(), row.id]))
  }
  const known = await read()
  const missing = [...wanted]
    .filter(([key]) => !known.has(key))
    .map(([, name]) => ({ id: newId(), name, color: 'grey', isDemo: false, createdAt: now }))
  if (missing.length === 0) return known
  if (batch.dry) return new Map([...known, ...missing.map(tag => [tag.name.toLowerCase(), tag.id] as const)])
  const made = await insertRows<(typeof missing)[number], { id: string }>(
    tx,
    run.workspaceId,
    'tags',
    { id: 'uuid', name: 'text', color: 'text', isDemo: 'boolean', createdAt: 'timestamptz' },
    missing,
    sql`on conflict do nothing returning id`,
  )
  for (const { id } of made) batch.changes.push({ object: 'tag', recordId: id, action: 'created', before: {} })
  return read()
}
