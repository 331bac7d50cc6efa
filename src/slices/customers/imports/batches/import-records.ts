import { isDeepStrictEqual } from 'node:util'
import { newId } from '../../../../kernel/ids.ts'
import { defineMessages, refusal } from '../../../../kernel/messages.ts'
import { emptyOf, partsOf, without } from '../../../../kernel/record/record.ts'
import { insertWhole } from '../../../../platform/record/parts.ts'
import { sourceKey } from '../../../../platform/record/uniques.ts'
import {
  begun,
  stateChanges,
  modeOf,
  opened,
  putExtras,
  putValues,
  settled,
  type Known,
  type RowResult,
  type Working,
} from '../plans/working.ts'
import type { ProfileDraft } from '../profile-columns.ts'
import type { UpdateMode } from '../schema.ts'
import type { Batch } from './batch.ts'
import { addMade, readKnown, rememberMade } from './known.ts'
import {
  completed,
  holdersOf,
  rewriteSourced,
  type Identified,
  type Sourced,
  type SourcedRecord,
} from './sourced-record.ts'
import { resolveTags } from './tags.ts'
import { countOutcomes, tellWritten, type RecordEvents } from './tell-written.ts'

const words = defineMessages('imports.import-records', {
  two: 'What it is known by belongs to two different records.',
  other: 'What it is known by belongs to a record that has another id in the other system.',
})

interface SourcedDraft extends Partial<Pick<ProfileDraft, 'ownerId' | 'tags' | 'fields'>> {
  createdAt: Date | null
  sourceId: string | null
  /** Only named by a row of something else: what is there stays, and what the import has made is completed. */
  isReference?: boolean
}

/** Which record a row is worked into; `isFree` tells whether no other has a key. */
interface Place {
  id: string
  at: number
  isNew: boolean
  /** Made by this import: whatever it has, a row has named. */
  isOwn: boolean
  isFree(key: string): boolean
  /** Says what of the row was taken in another way. */
  warn(reason: string): void
}

/** How rows become records of a kind. */
interface Rows<Draft extends SourcedDraft, State extends Sourced> {
  events: RecordEvents<any, any>
  /** By what the record of a row is looked for. */
  keysOf(draft: Draft): string[]
  /** Which of the holders of its keys is a row's; left out where all must be the same. */
  match?<One extends { state: State }>(draft: Draft, holder: (key: string) => One | undefined): One | undefined
  /** By what later rows find a record; left out where it is what its rows are looked for by. */
  foundBy?(state: State): string[]
  /** What a record that a row makes has from the beginning. */
  begin(draft: Draft): Partial<State>
  /** Whether the row may make a record; left out where every row may. */
  mayBegin?(draft: Draft): boolean
  /**
   * Works a row into a record that is there, or that was just begun; its owner, tags and custom fields are in. Values are
   * replaced, never changed: what a record was before a row is then kept without a copy of all. Answers why it cannot be.
   */
  put(state: State, draft: Draft, mode: UpdateMode, place: Place): string | void
  /** Sets what only all rows together tell; answers whose records it changed, by the places of the rows. */
  afterwards?(findHolder: (key: string) => string | undefined): number[]
}

type Held<State> = Working<State> & { state: State }
export type MadeRow = RowResult & { id: string | null }

/** Makes and changes the records of these rows, tells of them and keeps for the undo what they overwrite. */
export async function importRecords<Draft extends SourcedDraft, C extends Identified, State extends Sourced>(
  batch: Batch,
  drafts: readonly Draft[],
  of: SourcedRecord<C, State>,
  rows: Rows<Draft, State>,
): Promise<MadeRow[]> {
  const { run, dry } = batch
  const { name, table } = of.record
  const tagIdsOf = await resolveTags(batch, drafts)
  const keysOf = drafts.map(draft => rows.keysOf(draft))
  const keys = [...new Set(keysOf.flat())]
  const holders = await holdersOf(batch, of, keys)
  await addMade(batch, name, keys, holders)
  const known = await readAll(batch, of, [...new Set(holders.values())])
  const working = new Map<string, Held<State>>()
  const made: { key: string; id: string }[] = []
  const holder = (key: string): Held<State> | undefined => {
    const id = holders.get(key)
    if (id === undefined) return undefined
    const record = working.get(id) ?? (opened(known.get(id)!) as Held<State>)
    working.set(id, record)
    return record
  }
  /** Known by another id of the same source. */
  const isOther = ({ id, state }: Held<State>, { sourceId }: Draft) =>
    sourceId !== null &&
    state.sourceId !== null &&
    state.source === run.source &&
    holders.get(sourceKey(run.source, sourceId)) !== id
  const worked: (Held<State> | null)[] = []
  const work = (draft: Draft, at: number): MadeRow => {
    const held = new Set(rows.match ? [] : keysOf[at]!.flatMap(key => holder(key) ?? []))
    const found = rows.match ? rows.match(draft, holder) : [...held][0]
    const isOthers = held.size === 1 && isOther(found!, draft)
    if (held.size > 1 || isOthers)
      return { id: null, outcome: 'unchanged', reason: refusal(words, isOthers ? 'other' : 'two') }
    if (!found && rows.mayBegin?.(draft) === false) return { id: null, outcome: 'unknown' }
    const record = found ?? begin(batch, draft, of, rows.begin(draft))
    working.set(record.id, record)
    worked[at] = record
    const wasTouched = found !== undefined && (record.isTouched || record.isNew)
    const isRepeat = found !== undefined && (record.isSeen || wasTouched)
    const isOnlyCompleted = found !== undefined && draft.isReference
    const update = isOnlyCompleted ? (record.isOwn ? 'empty' : 'none') : run.options.update
    const mode = found ? modeOf(record, update, isRepeat) : 'all'
    record.isSeen = true
    let warning: string | undefined
    const before = mode === 'none' ? null : { ...record.state }
    if (mode !== 'none') {
      putValues<Sourced>(record.state, { ownerId: draft.ownerId }, mode)
      putExtras(record.state, tagIdsOf(draft), draft.fields ?? {}, mode)
      const isFree = (key: string) => (holders.get(key) ?? record.id) === record.id
      const warn = (reason: string) => (warning = reason)
      const reason = rows.put(record.state, draft, mode, { ...record, at, isFree, warn })
      if (reason) {
        record.state = before!
        return { id: null, outcome: 'unchanged', reason }
      }
      record.createdAt ??= draft.createdAt
    }
    const differs = before !== null && !isDeepStrictEqual(before, record.state)
    for (const key of rows.foundBy?.(record.state) ?? keysOf[at]!) {
      if (holders.has(key)) continue
      holders.set(key, record.id)
      made.push({ key, id: record.id })
    }
    const outcome = settled(record, { isFound: found !== undefined, wasTouched, differs })
    return { id: record.id, outcome, ...(warning !== undefined && { warning }) }
  }
  const results = drafts.map(work)
  for (const at of rows.afterwards?.(key => holders.get(key)) ?? []) {
    worked[at]!.hasChanged = true
    if (results[at]!.outcome === 'unchanged') results[at]!.outcome = 'updated'
  }
  countOutcomes(batch, table, results)
  const changed = [...working.values()].filter(({ hasChanged }) => hasChanged)
  if (!dry) await write(batch, changed, of, rows.events)
  else {
    const states = changed.map(({ id, state }) => ({ id, data: state }))
    await rememberMade(batch, name, made, states)
  }
  return results
}

function begin<Draft extends SourcedDraft, C extends Identified, State extends Sourced>(
  { run }: Batch,
  { ownerId, sourceId, createdAt }: Draft,
  { record, columns }: SourcedRecord<C, State>,
  first: Partial<State>,
): Held<State> {
  const given = { ...first, source: run.source, sourceId }
  const parts = Object.fromEntries(partsOf(record).map(([key]) => [key, []]))
  const state = { ...emptyOf(without(columns, 'id')), ...parts, ...given } as unknown as State
  if ('ownerId' in columns) state.ownerId = ownerId ?? run.options.ownerId
  return begun(newId(), state, createdAt) as Held<State>
}

/** Records as they are there; in a dry run as its earlier batches would have left them. */
async function readAll<C extends Identified, State extends Sourced>(
  batch: Batch,
  of: SourcedRecord<C, State>,
  ids: string[],
): Promise<Map<string, Known<State>>> {
  const { known, made } = await readKnown<C, State>(batch, of.record, of.columns, ids)
  const rows = await completed(
    batch,
    of,
    known.map(({ id, state }) => ({ ...state, id }) as never),
  )
  const all = new Map<string, Known<State>>()
  for (const [id, state] of made) all.set(id, { id, state, isTouched: true, isOwn: true })
  for (const [at, { id, isTouched, isOwn }] of known.entries()) {
    const { id: _, ...state } = rows[at]!
    all.set(id, { id, state: made.get(id) ?? (state as unknown as State), isTouched, isOwn })
  }
  return all
}

async function write<C extends Identified, State extends Sourced>(
  batch: Batch,
  working: Held<State>[],
  of: SourcedRecord<C, State>,
  events: RecordEvents<any, any>,
): Promise<void> {
  const { now } = batch
  const { importId } = batch.run
  const created = working.flatMap(({ id, isNew, state, createdAt }) =>
    isNew ? [{ ...state, ...of.derived?.(state), id, teamId: null, importId, ...(createdAt && { createdAt }) }] : [],
  )
  const changed = working.flatMap(({ id, isNew, isOwn, state, before }) =>
    isNew ? [] : [{ id, isOwn, state, changes: stateChanges(before!, state) }],
  )
  const insert = of.insert ?? ((tenant, rows) => insertWhole(tenant, of.record, rows, now))
  await insert(batch, created, now)
  const rewritten = changed.map(({ id, state }) => ({ ...state, id }))
  await rewriteSourced(batch, of, rewritten, now)
  tellWritten(batch, of.record.name, { created, changed }, events)
}
