import type { App, Ctx } from '../../../../platform/context.ts'
import type { Tenant } from '../../../../platform/db/database.ts'
import type { NewEvent } from '../../../../kernel/event.ts'
import type { Recorder } from '../../../../platform/events/record.ts'
import { noCounts, type Counts } from '../counts.ts'
import type { Changes } from '../plans/working.ts'
import type { ImportOptions } from '../schema.ts'
import type { DryKeys } from './dry-keys.ts'

/** What stays the same over all batches of one import. */
export interface Run {
  importId: string
  source: string
  options: ImportOptions
  /** What the file's columns are imported as. */
  targets: ReadonlySet<string>
  /** The workspace's, and what others are worth in it. */
  currency: string
  rates: ReadonlyMap<string, number>
  /** The tables of the kinds of record that imports make. */
  tables: readonly string[]
  by: Recorder
}

export interface RecordChange {
  /** The kind of record: `contact`. */
  object: string
  recordId: string
  action: 'created' | 'updated'
  before: Changes
}

/** A company whose parent, by its name, no row has brought yet. */
export interface Orphan {
  id: string
  parent: string
}

/** One batch: a transaction, or the connection of a dry run, which only reads and remembers what it would have made. */
export interface Batch extends Tenant {
  app: App
  run: Run
  now: Date
  dry: DryKeys | null
  counts: Counts
  /** Gathered here and written together at the end of the batch. */
  events: NewEvent[]
  changes: RecordChange[]
  orphans: Orphan[]
}

export function newBatch({ app, db, workspaceId, now }: Ctx, run: Run, dry: DryKeys | null = null): Batch {
  return {
    app,
    db,
    workspaceId,
    run,
    now: now(),
    dry,
    counts: noCounts(run.tables),
    events: [],
    changes: [],
    orphans: [],
  }
}

/** Counts records of `table` that the batch made and changed. */
export function count({ counts }: Batch, table: string, created: number, updated: number): void {
  const made = counts.records[table]!
  made.created += created
  made.updated += updated
}
