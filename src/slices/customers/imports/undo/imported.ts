import { sql } from 'kysely'
import { keysOf } from '../../../../kernel/record/record.ts'
import type { NewEvent } from '../../../../kernel/event.ts'
import { record } from '../../../../platform/events/record.ts'
import { removeImportedEvents } from '../../../../platform/events/remove-events.ts'
import { lockRecords } from '../../../../platform/record/statements.ts'
import { findHolders, uniqueKey, uniqueKeys, uniqueRows } from '../../../../platform/record/uniques.ts'
import { completed, rewriteSourced } from '../batches/sourced-record.ts'
import type { Identified, Sourced, SourcedRecord } from '../batches/sourced-record.ts'
import type { RecordEvents } from '../batches/tell-written.ts'
import type { ImportedRecords } from '../imported-records.ts'
import { stateChanges } from '../plans/working.ts'
import { readEdits, stripped } from './edits.ts'
import { withoutGone } from './gone.ts'
import { importedRows, type ImportedRows } from './imported-rows.ts'
import { tracesSince } from './reasons.ts'
import { takeBack } from './take-back.ts'
import { conflict, type UndoStep } from './undo-step.ts'

interface Row {
  id: string
  name: string
  tagIds: string[]
  fields: Record<string, unknown>
}

interface Imported<State extends Row> extends Omit<ImportedRows, 'called' | 'traces'> {
  /** All that an import may have given it but what it is called, tags and custom fields. */
  given: readonly (keyof State & string)[]
  /** How it is told what one that stays has lost. */
  events: Pick<RecordEvents<any, any>, 'changed'>
  /** Further kinds of events that do not keep it. */
  passing?: readonly string[]
  /** Sets records to what `change` makes of them; answers how many there were. */
  rewrite(step: UndoStep, ids: readonly string[], change: (record: State) => State): Promise<number>
}

/** How what imports made of a kind of record that has tags and custom fields is taken back. */
export function importedRecords<State extends Row>(imported: Imported<State>): ImportedRecords {
  const { given, events, passing = [], edits = [], about = 'subject', rewrite, ...made } = imported
  const { name } = imported.record
  const quiet = [`${name}.deleted`, `${name}.restored`, ...passing]
  const rows = importedRows({ ...made, about, traces: step => tracesSince(step, `${about}_id`, sql`c.id`, quiet) })
  return {
    ...rows,
    async keep(step, ids) {
      const edited = await readEdits(step, `${name}.changed`, ids)
      const told: NewEvent[] = []
      await rewrite(step, ids, before => {
        const after = stripped(before, given, edited.get(before.id))
        const changes = stateChanges(before, after)
        if (Object.keys(changes).length > 0) told.push(...[events.changed(after, { changes }, {})].flat())
        return after
      })
      await rows.keep(step, ids)
      await record({ ...step, actor: { kind: 'system', memberId: null }, now: () => step.now }, told)
    },
    async restore(step, changes) {
      const ids = [...changes.keys()]
      const possible = await withoutGone(step, imported.record.columns, changes)
      const count = await rewrite(step, ids, record => takeBack(step, name, record, record, possible.get(record.id)!))
      await removeImportedEvents(step, step.importId, [`${name}.changed`, ...edits], ids)
      return count
    },
  }
}

/** Sets records to what `change` makes of them. What only one may have is not given back where another has it by now. */
function rewriting<C extends Identified, State extends Sourced & Omit<Row, 'id'>>(
  of: SourcedRecord<C, State>,
): Imported<State & Row>['rewrite'] {
  return async (step, ids, change) => {
    const found = await lockRecords(step, of.record.table, of.columns, ids)
    const records = (await completed(step, of, found)).map(change)
    const keys = records.flatMap(record => uniqueKeys(of.record, record))
    const holders = new Map((await findHolders(step, of.record, keys)).map(({ key, id }) => [key, id]))
    for (const record of records) {
      const own = new Set<string>()
      for (const { columns, held } of uniqueRows(of.record, record)) {
        const key = uniqueKey(columns, held)
        if (key === undefined) continue
        if ((holders.get(key) ?? record.id) === record.id && !own.has(key)) {
          own.add(key)
          continue
        }
        const last = columns.at(-1)!
        held[last] = null
        if (last !== 'sourceId') conflict(step, of.record.name, record.id, record.name, last)
      }
    }
    await rewriteSourced(step, of, records, step.now)
    return records.length
  }
}

/** The same of a kind that keys tell apart: whatever a file may give it and can be empty goes with the import. */
export function importedSourced<C extends Identified, State extends Sourced & Omit<Row, 'id'>>(
  of: SourcedRecord<C, State>,
  others: Omit<Imported<State & Row>, 'record' | 'given' | 'rewrite'>,
): ImportedRecords {
  const given = keysOf(of.columns).filter(key => of.columns[key]!.isNullable && key !== 'source')
  return importedRecords({ ...others, record: of.record, given: given as never, rewrite: rewriting(of) })
}
