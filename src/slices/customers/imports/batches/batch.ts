import type { WorkspaceId } from '../../../../kernel/ids.ts'
import type { Db } from '../../../../platform/db/database.ts'
import type { NewEvent } from '../../../../kernel/event.ts'
import type { Recorder } from '../../../../platform/events/record.ts'
import type { Counts } from '../counts.ts'
import type { Changes } from '../plans/outcome.ts'
import type { UpdateMode } from '../schema.ts'
import type { DryKeys } from './dry-keys.ts'

/** What stays the same over all batches of one import. */
export interface Run {
  workspaceId: WorkspaceId
  /** The instance's, by which erased people are known again. */
  secret: string
  importId: string
  source: string
  update: UpdateMode
  isCreatingContacts: boolean
  isCreatingCompanies: boolean
  isNegativeReturn: boolean
  hasItems: boolean
  ownerId: string | null
  currency: string
  rates: ReadonlyMap<string, number>
  by: Recorder
}

export type ChangedObject = 'contact' | 'company' | 'order' | 'note' | 'field' | 'tag'

/** One batch: a transaction, or the connection of a dry run, which only reads and remembers what it would have made. */
export interface Batch {
  tx: Db
  run: Run
  now: Date
  dry: DryKeys | null
  counts: Counts
  /** Gathered here and written together at the end of the batch. */
  events: NewEvent[]
  changes: { object: ChangedObject; recordId: string; action: 'created' | 'updated'; before: Changes }[]
  /** Whose facts cannot be kept by adding: an order of theirs was cancelled or reopened. */
  refolded: { contact: Set<string>; company: Set<string> }
}
