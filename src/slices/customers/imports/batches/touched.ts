import { sql } from 'kysely'
import type { Tenant } from '../../../../platform/db/database.ts'
import { deleteRows, findRows, insertAll, updateRows } from '../../../../platform/db/row.ts'
import type { Changes } from '../plans/working.ts'
import type { Batch, RecordChange } from './batch.ts'

/** Which of these records earlier batches of this import have changed. */
export async function findTouched(batch: Batch, object: string, ids: readonly string[]): Promise<Set<string>> {
  return new Set((await findChanges(batch, object, ids)).map(row => row.recordId))
}

async function findChanges(batch: Batch, object: string, ids: readonly string[]) {
  const which = { importId: batch.run.importId, object, recordId: ids }
  const found = await findRows(batch, 'importChanges', ['recordId', 'before'], which)
  return found as { recordId: string; before: Changes | null }[]
}

/** Keeps what the batch overwrote, for the undo. Of a record that was changed before, the first value stays the one before. */
export async function writeChanges(batch: Batch, firstSeq: number): Promise<number> {
  const { run, changes } = batch
  if (changes.length === 0) return firstSeq
  const earlier = new Map<string, Changes>()
  for (const object of new Set(changes.map(change => change.object))) {
    const ids = changes
      .filter(change => change.object === object && change.action === 'updated')
      .map(change => change.recordId)
    for (const { recordId, before } of await findChanges(batch, object, ids))
      earlier.set(`${object} ${recordId}`, before ?? {})
  }
  const rows = changes.map(({ object, recordId, action, before }, index) => ({
    seq: firstSeq + index,
    object,
    recordId,
    action,
    before: joined(earlier.get(`${object} ${recordId}`), before),
  }))
  await insertChanges(batch, run.importId, rows)
  return firstSeq + rows.length
}

interface ChangeRow extends Omit<RecordChange, 'before'> {
  seq: number
  before?: Changes
}

const lastCounts = sql`on conflict (workspace_id, import_id, object, record_id) do update set before = excluded.before`

export async function insertChanges(tenant: Tenant, importId: string, changes: readonly ChangeRow[]): Promise<void> {
  const rows = changes.map(change => ({ ...change, importId }))
  await insertAll(tenant, 'importChanges', rows, lastCounts)
}

function joined(first: Changes | undefined, next: Changes): Changes {
  if (!first) return next
  const all: Changes = { ...first }
  for (const [key, [before, after]] of Object.entries(next)) all[key] = [first[key] ? first[key][0] : before, after]
  return all
}

/** What imports remember of these records from before, for their undo, is forgotten: all of it, or the columns `keys`. */
export async function forgetOverwritten(
  tenant: Tenant,
  object: string,
  recordId: readonly string[],
  keys?: readonly string[],
): Promise<void> {
  const those = { object, recordId }
  if (keys) await updateRows(tenant, 'importChanges', those, {}, [sql`before = t.before - ${keys}::text[]`])
  else await deleteRows(tenant, 'importChanges', those)
}
