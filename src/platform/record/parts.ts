import { sql } from 'kysely'
import {
  partsOf,
  type Columns,
  type New,
  type Part,
  type Parts,
  type RecordDefinition,
  type StoredParts,
} from '../../kernel/record/record.ts'
import type { Tenant } from '../db/database.ts'
import { columnName } from '../db/column-name.ts'
import { jsonOf, selectOf } from './fragments.ts'
import { insertRecords } from './statements.ts'

type Whole = Record<string, unknown> & { id: string }

/** The parts of these records, by record. */
async function readParts(
  { db, workspaceId }: Tenant,
  { definition, owner, shown }: Part,
  ids: readonly string[],
): Promise<Map<string, object[]>> {
  if (ids.length === 0) return new Map()
  const of = sql.ref(`p.${columnName(owner)}`)
  const read = sql<{ partOf: string }>`
    select ${of} as part_of, ${selectOf(shown, 'p')} from ${sql.table(definition.table)} p
    where p.workspace_id = ${workspaceId} and ${of} = any(${ids}::uuid[]) order by ${of}, p.position`
  const { rows } = await read.execute(db)
  const byRecord = Map.groupBy(rows, row => row.partOf)
  return new Map([...byRecord].map(([id, parts]) => [id, parts.map(({ partOf: _, ...part }) => part)]))
}

/** Records with their parts. */
export async function withParts<Row extends { id: string }, P extends Parts>(
  tenant: Tenant,
  of: { parts?: P },
  records: readonly Row[],
): Promise<(Row & StoredParts<P>)[]> {
  const ids = records.map(({ id }) => id)
  const all = records.map(record => ({ ...record }) as Whole)
  for (const [key, part] of partsOf(of)) {
    const parts = await readParts(tenant, part, ids)
    for (const record of all) record[key] = parts.get(record.id) ?? []
  }
  return all as unknown as (Row & StoredParts<P>)[]
}

/** Adds parts to records that have none. */
export async function insertParts(tenant: Tenant, of: { parts?: Parts }, records: readonly object[]): Promise<void> {
  for (const [key, { definition, owner }] of partsOf(of)) {
    const rows = (records as Whole[]).flatMap(({ id, [key]: parts = [] }) =>
      (parts as object[]).map((part, position) => ({ ...part, [owner]: id, position })),
    )
    await insertRecords(tenant, definition, rows as New<any>[])
  }
}

/** Rows for new records and their parts; one statement a table, whatever their number. */
export async function insertWhole<C extends Columns, P extends Parts>(
  tenant: Tenant,
  definition: RecordDefinition<string, C, P>,
  records: readonly (New<C> & StoredParts<P>)[],
  now?: Date,
): Promise<void> {
  await insertRecords(tenant, definition, records, now)
  await insertParts(tenant, definition, records)
}

/** Gives records other parts than they had, those that they name; of a record in the bin they are there too. */
export async function replaceParts(
  tenant: Tenant,
  { table, parts = {} }: { table: string; parts?: Parts },
  records: readonly { id: string; [key: string]: unknown }[],
): Promise<void> {
  for (const [key, part] of Object.entries(parts)) {
    const ids = records.filter(record => key in record).map(({ id }) => id)
    if (ids.length === 0) continue
    const { definition, owner } = part
    const isOwn = sql`v.workspace_id = ${tenant.workspaceId} and ${sql.ref(`v.${columnName(owner)}`)} = any(${ids}::uuid[])`
    await sql`delete from ${sql.table(definition.table)} v where ${isOwn}`.execute(tenant.db)
    await insertParts(tenant, { parts: { [key]: part } }, records)
    if (!('deletedAt' in definition.columns)) continue
    const follow = sql`
      update ${sql.table(definition.table)} v set deleted_at = p.deleted_at from ${sql.table(table)} p
      where ${isOwn} and p.workspace_id = v.workspace_id and p.id = ${sql.ref(`v.${columnName(owner)}`)}
        and p.deleted_at is not null`
    await follow.execute(tenant.db)
  }
}

/** `'variants', (select …), …` of the record `alias`, for json_build_object. */
export function partsJson(of: { parts?: Parts }, alias: string) {
  return partsOf(of).map(
    ([key, { definition, owner, shown }]) => sql`${sql.lit(key)}, (
      select coalesce(json_agg(json_build_object(${jsonOf(shown, 'part')}) order by part.position), '[]')
      from ${sql.table(definition.table)} part
      where part.workspace_id = ${sql.ref(`${alias}.workspace_id`)}
        and ${sql.ref(`part.${columnName(owner)}`)} = ${sql.ref(`${alias}.id`)})`,
  )
}
