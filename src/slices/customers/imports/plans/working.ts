import { isDeepStrictEqual } from 'node:util'
import type { UpdateMode } from '../schema.ts'

/**
 * What a row did: made a record, changed one, changed nothing, added to one that an earlier row of the file had made or
 * changed, or named somebody who is not known.
 */
export type Outcome = 'created' | 'updated' | 'unchanged' | 'repeated' | 'unknown'

export interface RowResult {
  outcome: Outcome
  /** Why the row is refused. */
  reason?: string
  /** What of the row was taken in another way. */
  warning?: string
}

/** Value before and after, by column. */
export type Changes = Record<string, [unknown, unknown]>

/** What people and companies have that a file may tell. */
export interface Profile {
  ownerId: string | null
  tagIds: string[]
  fields: Record<string, unknown>
}

/** A record that is there. `state` is null for one that a dry run would have made in an earlier batch. */
export interface Known<State> {
  id: string
  state: State | null
  /** Made or changed by an earlier row of this import. */
  isTouched: boolean
  /** Made by this import. */
  isOwn: boolean
}

/** A record while the rows of a batch are worked into it. */
export interface Working<State> extends Known<State> {
  isNew: boolean
  before: State | null
  createdAt: Date | null
  hasChanged: boolean
  /** An earlier row of the batch was its too: the first row counts, later ones complete it. */
  isSeen: boolean
}

export function opened<State>({ id, state, isTouched, isOwn }: Known<State>): Working<State> {
  const copy = state && structuredClone(state)
  const none = { isNew: false, createdAt: null, hasChanged: false, isSeen: false }
  return { id, state: copy, before: state, isTouched, isOwn, ...none }
}

export function begun<State>(id: string, state: State, createdAt: Date | null): Working<State> {
  const fresh = { isNew: true, isOwn: true, isTouched: false, hasChanged: true, isSeen: false }
  return { id, state, before: null, createdAt, ...fresh }
}

/** What a row may do to the record: what the import has made itself is completed whatever it does with others. */
export function modeOf({ isOwn }: Working<unknown>, update: UpdateMode, isRepeat: boolean): UpdateMode {
  if (update === 'none') return isOwn ? 'empty' : 'none'
  return isRepeat ? 'empty' : update
}

/** Notes that a row was worked into the record, and answers what it did. */
export function settled(
  record: Working<unknown>,
  { isFound, wasTouched, differs }: { isFound: boolean; wasTouched: boolean; differs: boolean },
): Outcome {
  if (differs) record.hasChanged = true
  if (!isFound) return 'created'
  if (differs) record.isTouched = true
  return wasTouched ? 'repeated' : differs ? 'updated' : 'unchanged'
}

/** Puts values into the record: over what is there, or only where nothing is. */
export function putValues<State extends object>(state: State, values: Partial<State>, mode: UpdateMode): void {
  for (const key of Object.keys(values) as (keyof State)[]) {
    const value = values[key]
    if (value === undefined || value === null || value === '') continue
    if (mode === 'all' || state[key] === null) state[key] = value as State[keyof State]
  }
}

/** As `putValues`, for tags, of which none is lost, and custom fields. */
export function putExtras(
  state: Partial<Profile>,
  tagIds: string[],
  fields: Profile['fields'],
  mode: UpdateMode,
): void {
  if (state.tagIds) state.tagIds = [...new Set([...state.tagIds, ...tagIds])]
  for (const [key, value] of Object.entries(fields))
    if (state.fields && (mode === 'all' || state.fields[key] === undefined))
      state.fields = { ...state.fields, [key]: value }
}

export function stateChanges<State extends object>(before: State, state: State): Changes {
  const changes: Changes = {}
  for (const key of Object.keys(state) as (keyof State & string)[])
    if (!isDeepStrictEqual(before[key], state[key])) changes[key] = [before[key], state[key]]
  return changes
}
