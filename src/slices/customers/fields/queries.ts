import { sql } from 'kysely'
import { defineAbsence } from '../../../kernel/errors.ts'
import { keysOf } from '../../../kernel/record/record.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { findRow, findRows } from '../../../platform/db/row.ts'
import { requireFielded } from './fielded.ts'
import type { Field, FieldDefinition, FieldUses } from './schema.ts'
import { storedColumns, usedColumns, type StoredField } from './record.ts'

export const noField = defineAbsence('fields.no-field', 'field')

export async function listDefinitions(
  ctx: Ctx,
  query: { object?: string; archived: boolean },
): Promise<FieldDefinition[]> {
  const which = query.object === undefined ? {} : { object: query.object }
  const listed = sql`and (archived_at is not null) = ${query.archived} order by object, position, label`
  const rows = await findRows(ctx, 'fields', keysOf(storedColumns), which, listed)
  return (rows as StoredField[]).map(toDefinition)
}

/** The custom fields of an object that are in use, in their order. */
export async function listFields(tenant: Tenant, object: string): Promise<Field[]> {
  const inUse = { object, archivedAt: null }
  return (await findRows(tenant, 'fields', keysOf(usedColumns), inUse, sql`order by position, label`)) as Field[]
}

export async function getDefinition(ctx: Ctx, id: string): Promise<FieldDefinition> {
  const row = noField.unless(await findRow(ctx, 'fields', keysOf(storedColumns), id))
  return toDefinition(row as StoredField)
}

function toDefinition(row: StoredField): FieldDefinition {
  return { ...row, createdAt: row.createdAt.toISOString(), archivedAt: row.archivedAt?.toISOString() ?? null }
}

const countUpTo = 10_000

type Counted = Pick<StoredField, 'object' | 'key' | 'type'>

export async function countUses(ctx: Ctx, field: Counted & { options: string[] }): Promise<FieldUses> {
  const { table } = requireFielded(ctx.app.records, field.object)
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select from ${sql.table(table)} r where r.workspace_id = ${ctx.workspaceId} and jsonb_exists(r.fields, ${field.key}) limit ${countUpTo + 1}
    ) counted`.execute(ctx.db)
  return { records: capped(rows[0]!.count), options: await countOptionUses(ctx, field, field.options) }
}

/** How many records hold each of `options`. */
export async function countOptionUses(ctx: Ctx, field: Counted, options: string[]): Promise<FieldUses['options']> {
  if (options.length === 0) return []
  const { table } = requireFielded(ctx.app.records, field.object)
  const value = field.type === 'choices' ? sql`jsonb_build_array(given.option)` : sql`given.option`
  const { rows } = await sql<{ option: string; count: number }>`
    select given.option, (
      select count(*) from (
        select from ${sql.table(table)} r
        where r.workspace_id = ${ctx.workspaceId} and r.fields @> jsonb_build_object(${field.key}::text, ${value}) limit ${countUpTo + 1}
      ) counted) as count
    from unnest(${options}::text[]) with ordinality as given (option, n) order by given.n`.execute(ctx.db)
  return rows.map(({ option, count }) => ({ option, records: capped(count) }))
}

function capped(count: number): { count: number; isCapped: boolean } {
  return { count: Math.min(count, countUpTo), isCapped: count > countUpTo }
}
