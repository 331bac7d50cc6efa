import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { UndoStep } from './undo-step.ts'

/** Which columns people or other imports have set since, by record: those values are not the import's any more. */
export async function readEdits(
  { db, workspaceId, importId }: UndoStep,
  kind: string,
  ids: readonly string[],
): Promise<Map<string, Set<string>>> {
  const { rows } = await sql<{ id: string; changes: Record<string, unknown> | null }>`
    select e.subject_id as id, e.data -> 'changes' as changes from events e
    where e.workspace_id = ${workspaceId} and e.subject_id = any(${ids}::uuid[])
    and e.kind = ${kind} and e.import_id is distinct from ${importId}`.execute(db)
  const edits = new Map<string, Set<string>>()
  for (const { id, changes } of rows) {
    const keys = edits.get(id) ?? new Set()
    for (const [key, change] of Object.entries(changes ?? {}))
      for (const name of key === 'fields' ? fieldsIn(change) : [key]) keys.add(name)
    edits.set(id, keys)
  }
  return edits
}

/** The custom fields that a change of all of them touched, as `fields.<key>`. */
function fieldsIn(change: unknown): string[] {
  const [before, after] = change as [Record<string, unknown> | null, Record<string, unknown> | null]
  const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...keys].filter(key => !isDeepStrictEqual(before?.[key], after?.[key])).map(key => `fields.${key}`)
}

interface Extras {
  tagIds: string[]
  fields: Record<string, unknown>
}

/** A record that stays without the values that only the import has given: `keys`, tags and custom fields. */
export function stripped<State extends Extras>(
  state: State,
  keys: readonly (keyof State & string)[],
  edited: ReadonlySet<string> = new Set(),
): State {
  const emptied = keys.filter(key => !edited.has(key)).map(key => [key, null])
  return {
    ...state,
    ...Object.fromEntries(emptied),
    tagIds: edited.has('tagIds') ? state.tagIds : [],
    fields: Object.fromEntries(Object.entries(state.fields).filter(([key]) => edited.has(`fields.${key}`))),
  }
}
