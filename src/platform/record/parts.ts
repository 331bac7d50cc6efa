import { sql } from 'kysely'
import type { Columns, New, RecordDefinition, Stored } from '../../kernel/record/record.ts'
import type { Tenant } from '../db/database.ts'
import { columnName, selectOf } from './fragments.ts'
import { insertRecords } from './statements.ts'

/** Rows that are parts of a record, in their order, in a table of their own: the lines of an order. */
export interface Parts<C extends Columns, Shown extends Columns> {
  definition: RecordDefinition<string, C>
  /** The column that names the record. */
  owner: keyof C & string
  /** What is read and written of a part, besides whose it is and its position. */
  shown: Shown
}

/** The parts of these records, by record. */
export async function readParts<Shown extends Columns>(
  { db, workspaceId }: Tenant,
  { definition, owner, shown }: Parts<any, Shown>,
  ids: readonly string[],
): Promise<Map<string, Stored<Shown>[]>> {
  if (ids.length === 0) return new Map()
  const of = sql.ref(`p.${columnName(owner)}`)
  const read = sql<Stored<Shown> & { partOf: string }>`
    select ${of} as part_of, ${selectOf(shown, 'p')} from ${sql.table(definition.table)} p
    where p.workspace_id = ${workspaceId} and ${of} = any(${ids}::uuid[]) order by ${of}, p.position`
  const { rows } = await read.execute(db)
  return new Map(
    [...Map.groupBy(rows, row => row.partOf)].map(([id, parts]) => [
      id,
      parts.map(({ partOf: _, ...part }) => part as unknown as Stored<Shown>),
    ]),
  )
}

/** Adds parts to records that have none. */
export async function insertParts<Shown extends Columns>(
  tenant: Tenant,
  { definition, owner }: Parts<any, Shown>,
  records: readonly { id: string; parts: readonly Stored<Shown>[] }[],
): Promise<void> {
  const rows = records.flatMap(({ id, parts }) => parts.map((part, position) => ({ ...part, [owner]: id, position })))
  await insertRecords(tenant, definition, rows as New<any>[])
}

/** Gives records other parts than they had. */
export async function replaceParts<Shown extends Columns>(
  tenant: Tenant,
  of: Parts<any, Shown>,
  records: readonly { id: string; parts: readonly Stored<Shown>[] }[],
): Promise<void> {
  if (records.length === 0) return
  const ids = records.map(({ id }) => id)
  const gone = sql`
    delete from ${sql.table(of.definition.table)}
    where workspace_id = ${tenant.workspaceId} and ${sql.ref(columnName(of.owner))} = any(${ids}::uuid[])`
  await gone.execute(tenant.db)
  await insertParts(tenant, of, records)
}
