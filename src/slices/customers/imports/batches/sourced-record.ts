import { only, type Columns, type Parts, type RecordDefinition, type Stored } from '../../../../kernel/record/record.ts'
import type { Tenant } from '../../../../platform/db/database.ts'
import { replaceParts, withParts } from '../../../../platform/record/parts.ts'
import { rewriteRecords } from '../../../../platform/record/statements.ts'
import { findHolders } from '../../../../platform/record/uniques.ts'
import type { Profile } from '../plans/working.ts'
import { findOwnIds } from './own-ids.ts'

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
export interface SourcedRecord<C extends Identified, State extends Sourced> {
  record: RecordDefinition<string, Columns, Parts>
  /** What a file may rewrite. */
  columns: C
  derived?(state: State): Derived
  /** Living records by what else a file may name them by. */
  findNamed?(tenant: Tenant, keys: readonly string[]): Promise<Map<string, string>>
  /** Where more than the record and its parts is inserted. */
  insert?(tenant: Tenant, records: any[], now: Date): Promise<void>
}

/** Living records by those of these keys that they have; an id of ours is not one of another system. */
export async function holdersOf(
  tenant: Tenant,
  of: Pick<SourcedRecord<Identified, never>, 'record' | 'findNamed'>,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const given = new Map(keys.filter(key => key.startsWith('source\n')).map(key => [key.split('\n').at(-1)!, key]))
  const own = await findOwnIds(tenant, of.record, [...given.keys()])
  const found = await findHolders(tenant, of.record, keys)
  return new Map([
    ...[...own].map(([text, id]) => [given.get(text)!, id] as const),
    ...found.map(({ key, id }) => [key, id] as const),
    ...((await of.findNamed?.(tenant, keys)) ?? []),
  ])
}

/** Rows of the table with their parts. */
export async function completed<C extends Identified, State extends Sourced>(
  tenant: Tenant,
  { record }: SourcedRecord<C, State>,
  rows: readonly Stored<C>[],
): Promise<(State & { id: string })[]> {
  return (await withParts(tenant, record, rows as never)) as never
}

export async function rewriteSourced<C extends Identified, State extends Sourced>(
  tenant: Tenant,
  { record, columns, derived }: SourcedRecord<C, State>,
  records: readonly (State & { id: string })[],
  now: Date,
): Promise<void> {
  const rows = records.map(one => ({ ...one, ...derived?.(one) }) as unknown as Stored<C>)
  const rewritten = { ...columns, ...only(record.columns, 'sortName', 'searchText') }
  await rewriteRecords(tenant, record, rewritten, rows, { now })
  await replaceParts(tenant, record, records as never)
}
