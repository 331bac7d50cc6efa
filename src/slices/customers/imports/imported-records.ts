import type { Text } from '../../../kernel/message-params.ts'
import type { Changes } from './plans/working.ts'
import type { UndoStep } from './undo/undo-step.ts'

/** A record that an import made. */
export interface Made {
  id: string
  name: string
  /** Why it cannot go; null when nothing depends on it. */
  reason: string | null
  contactId?: string | null
  companyId?: string | null
}

/** What imports make of a kind of record, and how that is taken back, some records at a time. */
export interface ImportedRecords {
  /** Tables of the kinds that these records may refer to: they are taken back later. */
  dependsOn: readonly string[]
  /** Further tables that fill up meanwhile. */
  fills?: readonly string[]
  /** Some of the records that the import made, each with why it must stay. */
  findMade(step: UndoStep, limit: number): Promise<Made[]>
  remove(step: UndoStep, records: readonly Made[]): Promise<void>
  /** What stays is no longer the import's; what the import alone has said of it goes. */
  keep?(step: UndoStep, ids: readonly string[]): Promise<void>
  /** Gives records back what the import overwrote, unless it was changed since; answers how many there were. */
  restore?(step: UndoStep, changes: ReadonlyMap<string, Changes>): Promise<number>
}

declare module '../../../platform/record/record-kind.ts' {
  interface RecordKind {
    imported?: ImportedRecords
    /** While one of it is there, no undo takes away the records that it names; this is the reason. */
    keeps?: Text
  }
}
