import type { WorkspaceId } from '../../../../kernel/ids.ts'
import { only, type Columns, type Stored } from '../../../../kernel/record/record.ts'
import type { Db, Tenant } from '../../../../platform/db/database.ts'
import { rewriteRecords } from '../../../../platform/record/statements.ts'
import { findHolders, type Unique } from '../../../../platform/record/uniques.ts'
import type { Profile } from '../plans/working.ts'

/** What records have that come from a source. */
export interface Sourced extends Partial<Profile> {
  source: string | null
  sourceId: string | null
}

export type Identified = Columns & Record<'id', Columns[string]>

interface Derived {
  sortName: string
  searchText: string
}

/** A kind of record as imports write it and undoings take it back. */
export interface SourcedRecord<C extends Identified, State extends Sourced> extends Unique<State> {
  /** What a file may rewrite. */
  columns: C
  derived?(state: State): Derived
  /** Living records by what else a file may name them by. */
  findNamed?(tenant: Tenant, keys: readonly string[]): Promise<Map<string, string>>
  insert(tenant: Tenant, records: any[], now: Date): Promise<void>
  /** What stands beside the table; `none` is what a new record has of it. */
  beside?: {
    none: object
    read(tenant: Tenant, rows: readonly Stored<C>[]): Promise<(State & { id: string })[]>
    replace(tenant: Tenant, records: readonly (State & { id: string })[]): Promise<void>
  }
}

/** Living records by those of these keys that they have. */
export async function holdersOf(
  tenant: Tenant,
  of: Pick<SourcedRecord<Identified, never>, 'record' | 'parts' | 'findNamed'>,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const found = await findHolders(tenant, of, keys)
  return new Map([...found.map(({ key, id }) => [key, id] as const), ...((await of.findNamed?.(tenant, keys)) ?? [])])
}

/** Rows of the table with what stands beside it. */
export async function completed<C extends Identified, State extends Sourced>(
  { beside }: SourcedRecord<C, State>,
  db: Db,
  workspaceId: WorkspaceId,
  rows: readonly Stored<C>[],
): Promise<(State & { id: string })[]> {
  return beside ? beside.read({ db, workspaceId }, rows) : (rows as unknown as (State & { id: string })[])
}

export async function rewriteSourced<C extends Identified, State extends Sourced>(
  { record, columns, derived, beside }: SourcedRecord<C, State>,
  db: Db,
  workspaceId: WorkspaceId,
  records: readonly (State & { id: string })[],
  now: Date,
): Promise<void> {
  const rows = records.map(one => ({ ...one, ...derived?.(one) }) as unknown as Stored<C>)
  const rewritten = { ...columns, ...only(record.columns, 'sortName', 'searchText') }
  await rewriteRecords({ db, workspaceId }, record, rewritten, rows, { now })
  await beside?.replace({ db, workspaceId }, records)
}
