import type { WorkspaceId } from '../../../../kernel/ids.ts'
import { only, type Columns, type RecordDefinition, type Stored } from '../../../../kernel/record/record.ts'
import type { Db, Tenant } from '../../../../platform/db/database.ts'
import { rewriteRecords } from '../../../../platform/record/statements.ts'

/** What every kind of record has that comes from a source. */
export interface Sourced {
  name: string
  ownerId: string | null
  tagIds: string[]
  fields: Record<string, unknown>
  source: string | null
  sourceId: string | null
}

export type Identified = Columns & Record<'id', Columns[string]>

interface Derived {
  sortName: string
  searchText: string
}

/** A kind of record as imports write it and undoings take it back. */
export interface SourcedRecord<C extends Identified, State extends Sourced> {
  record: RecordDefinition
  /** What a file may rewrite. */
  columns: C
  derived(state: State): Derived
  /** Of what only one living record has the same, besides its id in the source; `rows` has all that hold it. */
  unique: { column: string; rows(state: State): readonly object[] }
  /** Living records by those of these keys that they have. */
  findHolders(tenant: Tenant, keys: readonly string[]): Promise<Map<string, string>>
  insert(tenant: Tenant, records: any[], now: Date): Promise<void>
  /** What stands beside the table; `none` is what a new record has of it. */
  parts?: {
    none: object
    read(tenant: Tenant, rows: readonly Stored<C>[]): Promise<(State & { id: string })[]>
    replace(tenant: Tenant, records: readonly (State & { id: string })[]): Promise<void>
  }
}

export const keyOf = (column: string, value: string) => `${column}\n${value}`
export const sourceKey = (source: string, sourceId: string) => keyOf('source', keyOf(source, sourceId))

/** Rows of the table with what stands beside it. */
export async function completed<C extends Identified, State extends Sourced>(
  { parts }: SourcedRecord<C, State>,
  db: Db,
  workspaceId: WorkspaceId,
  rows: readonly Stored<C>[],
): Promise<(State & { id: string })[]> {
  return parts ? parts.read({ db, workspaceId }, rows) : (rows as unknown as (State & { id: string })[])
}

export async function rewriteSourced<C extends Identified, State extends Sourced>(
  { record, columns, derived, parts }: SourcedRecord<C, State>,
  db: Db,
  workspaceId: WorkspaceId,
  records: readonly (State & { id: string })[],
  now: Date,
): Promise<void> {
  const rows = records.map(one => ({ ...one, ...derived(one) }) as unknown as Stored<C>)
  const rewritten = { ...columns, ...only(record.columns, 'sortName', 'searchText') }
  await rewriteRecords({ db, workspaceId }, record, rewritten, rows, { now })
  await parts?.replace({ db, workspaceId }, records)
}
