import { sql, type RawBuilder } from 'kysely'
import type { ListQuery, Page } from '../../../kernel/page.ts'
import { keysOf, type RecordDefinition } from '../../../kernel/record/record.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { findRows } from '../../../platform/db/row.ts'
import type { Raw } from '../../../platform/http/route.ts'
import { exportColumns, exportList, type ExportColumn } from '../../../platform/list/export.ts'
import type { ListColumn } from '../../../platform/list/filter.ts'
import type { RecordExtra } from '../../../platform/record/commands.ts'
import { mergeFields } from './field.ts'
import { usedColumns } from './record.ts'
import { requireReferences } from './references.ts'
import type { Field } from './schema.ts'

export { createField } from './commands.ts'
export { mergeFields } from './field.ts'
export { isReference } from './fielded.ts'
export { removeUnusedFields, setOptions } from './store.ts'

/** The custom fields of an object that are in use, in their order. */
export async function listFields(tenant: Tenant, object: string): Promise<Field[]> {
  const inUse = { object, archivedAt: null }
  return (await findRows(tenant, 'fields', keysOf(usedColumns), inUse, sql`order by position, label`)) as Field[]
}

/** The export of a list of records, with every custom field as a column of its own. */
export function recordExport<Row extends { fields: Record<string, unknown> }>(
  { name, table }: Pick<RecordDefinition, 'name' | 'table'>,
  columns: readonly (keyof Row & string)[],
  list: (ctx: Ctx, query: ListQuery) => Promise<Page<Row>>,
) {
  const exported = exportColumns<Row>(columns)
  return async (ctx: Ctx, format: 'csv' | 'jsonl', query: ListQuery): Promise<Raw> => {
    const custom = (await listFields(ctx, name)).map(({ key, label }): ExportColumn<Row> => ({
      key: `fields.${key}`,
      label,
      value: row => row.fields[key],
    }))
    return exportList(format, table, [...exported, ...custom], query, page => list(ctx, page))
  }
}

type Values = Record<string, unknown>

/** The custom fields of records; what their values refer to must be there. */
export function fielded(object: string): RecordExtra {
  return {
    async given(ctx, items: readonly { fields?: Values }[]) {
      const given = items.map(item => item.fields)
      const definitions = given.some(Boolean) ? await listFields(ctx, object) : []
      await requireReferences(ctx, definitions, given)
      return ({ fields }: { fields?: Values }, before?: { fields: Values }) =>
        before && !fields ? {} : { fields: mergeFields(definitions, before?.fields ?? {}, fields ?? {}) }
    },
  }
}

/**
 * Columns `fields.<key>` by which a list of `object`s can be filtered and sorted; `container` is the table's `fields`
 * column. Most queries ask for no custom fields, and then their definitions need not be read.
 */
export async function fieldColumns(
  ctx: Ctx,
  object: string,
  query: Record<string, unknown>,
  container: RawBuilder<unknown>,
): Promise<Record<string, ListColumn>> {
  const isAsked = Object.entries(query).some(
    ([key, value]) => key.startsWith('filter[fields.') || (key === 'sort' && /^-?fields\./.test(String(value))),
  )
  const fields = isAsked ? await listFields(ctx, object) : []
  return Object.fromEntries(
    fields.map(({ key, type }) => [
      `fields.${key}`,
      {
        type: 'json',
        sql: sql`(${container} -> ${key})`,
        isSortable: true,
        isNullable: true,
        json: {
          container,
          key,
          holds: type === 'number' || type === 'money' ? 'number' : type === 'yesno' ? 'yesno' : 'text',
        },
      } satisfies ListColumn,
    ]),
  )
}
