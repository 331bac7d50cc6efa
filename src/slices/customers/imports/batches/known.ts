import { only, type Columns, type RecordDefinition, type Stored } from '../../../../kernel/record/record.ts'
import { findRecords, lockRecords } from '../../../../platform/record/statements.ts'
import type { Known } from '../plans/working.ts'
import type { Batch } from './batch.ts'
import { findTouched } from './touched.ts'

/** Adds to `holders` the records that a dry run would have made, by the keys that `rememberMade` kept. */
export async function addMade(
  { dry }: Batch,
  prefix: string,
  keys: readonly string[],
  holders: Map<string, string>,
): Promise<void> {
  const made = await dry?.find(keys.map(key => `${prefix} ${key}`))
  for (const [key, id] of made ?? []) holders.set(key.slice(prefix.length + 1), id)
}

/** Keeps of what a dry run would have made the keys that find it and what later rows are matched with. */
export async function rememberMade(
  { dry }: Batch,
  prefix: string,
  keys: readonly { key: string; id: string }[],
  known: readonly { id: string; data: unknown }[],
): Promise<void> {
  const prefixed = keys.map(({ key, id }) => ({ key: `${prefix} ${key}`, id }))
  await dry!.remember(prefixed, known)
}

/** Records as they are there, locked unless the run is dry, and what a dry run has kept of these ids. */
export async function readKnown<C extends Columns & Record<'id', Columns[string]>, Data>(
  batch: Batch,
  { name, table, columns }: RecordDefinition,
  written: C,
  ids: readonly string[],
): Promise<{ known: (Known<Omit<Stored<C>, 'id'>> & { state: Omit<Stored<C>, 'id'> })[]; made: Map<string, Data> }> {
  const { run, dry } = batch
  if (ids.length === 0) return { known: [], made: new Map() }
  const read = { ...written, ...only(columns, 'importId') }
  const rows = await (dry ? findRecords : lockRecords)(batch, table, read, ids)
  const touched = await findTouched(batch, name, ids)
  const made = (await dry?.read<Data>(ids)) ?? new Map<string, Data>()
  const known = rows.map(row => {
    const { id, importId, ...state } = row as { id: string; importId: string | null }
    const isOwn = importId === run.importId
    return { id, state: state as Omit<Stored<C>, 'id'>, isTouched: isOwn || touched.has(id) || made.has(id), isOwn }
  })
  return { known, made }
}
