import type { EventOptions, NewEvent } from '../../../../kernel/event.ts'
import type { Changes } from '../plans/working.ts'
import { count, type Batch } from './batch.ts'

export interface Created {
  id: string
  name: string
  source: string | null
  createdAt?: Date
}

export interface Changed<State> {
  id: string
  isOwn: boolean
  state: State
  changes: Changes
}

interface Written<New, State> {
  created: readonly New[]
  changed: readonly Changed<State>[]
}

export interface RecordEvents<New, State> {
  created(record: New, data: { name: string; source: string | null }, options: EventOptions): NewEvent
  /** One event, or several where a part of the change is told apart. */
  changed(record: State & { id: string }, data: { changes: Changes }, options: EventOptions): NewEvent | NewEvent[]
}

/** Tells of records that the batch made and changed, and keeps what it overwrote for the undo. */
export function tellWritten<New extends Created, State extends object>(
  { run: { importId }, now, events, changes: overwritten }: Batch,
  object: string,
  { created, changed }: Written<New, State>,
  kinds: RecordEvents<New, State>,
): void {
  for (const record of created) {
    const { name, source, createdAt = now } = record
    events.push(kinds.created(record, { name, source }, { importId, occurredAt: createdAt }))
  }
  for (const { id, isOwn, state, changes } of changed) {
    if (isOwn) continue
    overwritten.push({ object, recordId: id, action: 'updated', before: changes })
    if (Object.keys(changes).length === 0) continue
    events.push(...[kinds.changed({ ...state, id }, { changes }, { importId })].flat())
  }
}

/** Counts what the rows did to records of `table`. */
export function countOutcomes(batch: Batch, table: string, outcomes: readonly { outcome: string }[]): void {
  const times = (wanted: string) => outcomes.filter(({ outcome }) => outcome === wanted).length
  count(batch, table, times('created'), times('updated'))
}
