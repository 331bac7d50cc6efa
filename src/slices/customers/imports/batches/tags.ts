import { ensureTags } from '../../tags/public.ts'
import type { Batch } from './batch.ts'

interface Tagged {
  tags?: readonly string[]
}

/** The ids of the tags of each of these rows; tags that are not there are made. */
export async function resolveTags(batch: Batch, rows: readonly Tagged[]): Promise<(row: Tagged) => string[]> {
  const { now, dry } = batch
  const names = rows.flatMap(({ tags = [] }) => tags)
  const { ids, made } = await ensureTags(batch, names, now, dry !== null)
  for (const recordId of made) batch.changes.push({ object: 'tag', recordId, action: 'created', before: {} })
  return ({ tags = [] }) => tags.flatMap(tag => ids.get(tag.toLowerCase()) ?? [])
}
