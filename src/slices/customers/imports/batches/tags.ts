import { ensureTags } from '../../tags/public.ts'
import type { Batch } from './batch.ts'

/** Ids of tags by their names in lower case; those that are not there are made. */
export async function resolveTags(batch: Batch, names: readonly string[]): Promise<Map<string, string>> {
  const { tx, run, now, dry } = batch
  const { ids, made } = await ensureTags(tx, run.workspaceId, names, now, dry !== null)
  for (const recordId of made) batch.changes.push({ object: 'tag', recordId, action: 'created', before: {} })
  return ids
}
