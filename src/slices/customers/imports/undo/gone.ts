import { sql } from 'kysely'
import type { Columns } from '../../../../kernel/record/record.ts'
import type { Changes } from '../plans/working.ts'
import type { UndoStep } from './undo-step.ts'

/** The same changes, but where what a record named before is gone by now it names nothing. */
export async function withoutGone(
  { db, workspaceId }: UndoStep,
  columns: Columns,
  changes: ReadonlyMap<string, Changes>,
): Promise<ReadonlyMap<string, Changes>> {
  const result = new Map(changes)
  for (const [key, { type, refersTo }] of Object.entries(columns)) {
    if (type !== 'uuid' || refersTo === undefined) continue
    const named = [...new Set([...changes.values()].flatMap(of => (of[key]?.[0] as string | null | undefined) ?? []))]
    if (named.length === 0) continue
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(refersTo)} where workspace_id = ${workspaceId} and id = any(${named}::uuid[])
      for key share`.execute(db)
    const there = new Set(rows.map(({ id }) => id))
    for (const [id, of] of result) {
      const change = of[key]
      if (change && typeof change[0] === 'string' && !there.has(change[0]))
        result.set(id, { ...of, [key]: [null, change[1]] })
    }
  }
  return result
}
