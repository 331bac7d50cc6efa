import { isDeepStrictEqual } from 'node:util'
import { newId } from '../../../../kernel/ids.ts'
import { defineMessages, refusal } from '../../../../kernel/messages.ts'
import type { Columns, RecordDefinition, Stored } from '../../../../kernel/record/record.ts'
import {
  begun,
  changesOf,
  modeOf,
  opened,
  settled,
  type Known,
  type RowResult,
  type Working,
} from '../plans/working.ts'
import type { UpdateMode } from '../schema.ts'
import type { Batch } from './batch.ts'
import { addMade, readKnown, rememberMade } from './known.ts'
import { countOutcomes, tellWritten, type Created, type RecordEvents } from './told.ts'

const words = defineMessages('imports.import-records', {
  two: 'What it is known by belongs to two different records.',
})

type Identified = Columns & Record<'id', Columns[string]>
type StateOf<C extends Columns> = Omit<Stored<C>, 'id'>

/** A kind of record whose rows are told apart by keys. */
export interface KeyedRecord<Draft extends { createdAt: Date | null }, C extends Identified, State extends object> {
  record: RecordDefinition
  /** What a file may rewrite. */
  columns: C
  events: RecordEvents<Created, any>
  /** By what the record of a row is known, best first. */
  keysOf(draft: Draft, source: string): string[]
  /** Live records by those of these keys that they have. */
  findHolders(batch: Batch, keys: readonly string[]): Promise<Map<string, string>>
  /** Adds to what was read of the table what stands beside it. */
  completed(batch: Batch, known: Known<StateOf<C>>[]): Promise<Known<State>[]>
  start(draft: Draft, batch: Batch): State & { name: string; source: string | null }
  /** Works a row into a record that is there, or that was just begun. */
  put(state: State, draft: Draft, mode: UpdateMode): void
  insert(batch: Batch, records: (State & Created)[]): Promise<void>
  rewrite(batch: Batch, records: (State & { id: string })[]): Promise<void>
}

/** Makes and changes the records of these rows, tells of them and keeps for the undo what they overwrite. */
export async function importRecords<
  Draft extends { createdAt: Date | null },
  C extends Identified,
  State extends object,
>(batch: Batch, drafts: readonly Draft[], of: KeyedRecord<Draft, C, State>): Promise<RowResult[]> {
  const { run } = batch
  const { name, table } = of.record
  const keysOf = drafts.map(draft => of.keysOf(draft, run.source))
  const keys = [...new Set(keysOf.flat())]
  const holders = await of.findHolders(batch, keys)
  await addMade(batch, name, keys, holders)
  const known = await readAll(batch, of, [...new Set(holders.values())])
  const working = new Map<string, Working<State>>()
  const made: { key: string; id: string }[] = []
  const results = drafts.map((draft, at): RowResult => {
    const held = new Set(keysOf[at]!.flatMap(key => holders.get(key) ?? []))
    if (held.size > 1) return { outcome: 'unchanged', reason: refusal(words, 'two') }
    const [id] = held
    const found = id === undefined ? undefined : (working.get(id) ?? opened(known.get(id)!))
    const record = found ?? begun<State>(newId(), of.start(draft, batch), draft.createdAt)
    working.set(record.id, record)
    const wasTouched = found !== undefined && (record.isTouched || record.isNew)
    const mode = modeOf(record, run.options.update, found !== undefined && (record.isSeen || wasTouched))
    record.isSeen = true
    const differs = mode !== 'none' && work(record, draft, found ? mode : 'all', of)
    for (const key of keysOf[at]!) {
      if (holders.has(key)) continue
      holders.set(key, record.id)
      made.push({ key, id: record.id })
    }
    return { outcome: settled(record, { isFound: found !== undefined, wasTouched, differs }) }
  })
  countOutcomes(batch, table, results)
  if (batch.dry) {
    const ids = [...working.values()].flatMap(({ id, isNew }) => (isNew ? { id, data: {} } : []))
    await rememberMade(batch, name, made, ids)
  } else await write(batch, of, [...working.values()])
  return results
}

async function readAll<Draft extends { createdAt: Date | null }, C extends Identified, State extends object>(
  batch: Batch,
  of: KeyedRecord<Draft, C, State>,
  ids: string[],
): Promise<Map<string, Known<State>>> {
  const { known, made } = await readKnown(batch, of.record, of.columns, ids)
  const all = new Map(
    [...made.keys()].map(id => [id, { id, state: null, isTouched: true, isOwn: true } as Known<State>]),
  )
  for (const record of await of.completed(batch, known)) all.set(record.id, record)
  return all
}

function work<Draft extends { createdAt: Date | null }, State extends object>(
  record: Working<State>,
  draft: Draft,
  mode: UpdateMode,
  of: Pick<KeyedRecord<Draft, any, State>, 'put'>,
): boolean {
  if (record.state === null) return true
  const before = structuredClone(record.state)
  of.put(record.state, draft, mode)
  record.createdAt ??= draft.createdAt
  return !isDeepStrictEqual(before, record.state)
}

async function write<State extends object>(
  batch: Batch,
  of: KeyedRecord<any, any, State>,
  working: Working<State>[],
): Promise<void> {
  const { importId } = batch.run
  const worked = working.filter(({ hasChanged, state }) => hasChanged && state !== null)
  const created = worked.flatMap(({ id, isNew, state, createdAt }) =>
    isNew
      ? [{ ...state!, id, importId, ...(createdAt && { createdAt }) } as State & Created & { importId: string }]
      : [],
  )
  const changed = worked
    .filter(({ isNew }) => !isNew)
    .map(({ id, isOwn, state, before }) => ({ id, isOwn, state: state!, changes: changesOf(before!, state!) }))
  await of.insert(batch, created)
  await of.rewrite(
    batch,
    changed.map(({ id, state }) => ({ ...state, id })),
  )
  tellWritten(batch, of.record.name, { created, changed }, of.events)
}
