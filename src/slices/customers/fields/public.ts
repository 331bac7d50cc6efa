import { sql, type RawBuilder } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/db/database.ts'
import type { ExportColumn } from '../../../platform/list/export.ts'
import type { ListColumn } from '../../../platform/list/filter.ts'
import { mergeFields } from './field.ts'
import { requireReferences } from './references.ts'
import type { Field } from './schema.ts'

export { createField } from './commands.ts'
export { fieldKey, mergeFields } from './field.ts'
export { isReference } from './fielded.ts'
export { requireReferences } from './references.ts'
export { removeUnusedFields, setOptions } from './store.ts'

/** The custom fields of an object that are in use, in their order. */
export async function listFields(db: Db, workspaceId: WorkspaceId, object: string): Promise<Field[]> {
  const rows = await db
    .selectFrom('fields')
    .select(['id', 'object', 'key', 'label', 'type', 'options', 'currency', 'position'])
    .where('workspaceId', '=', workspaceId)
    .where('object', '=', object)
    .where('archivedAt', 'is', null)
    .orderBy('position')
    .orderBy('label')
    .execute()
  return rows as unknown as Field[]
}

/** The custom fields of `row`s as columns of an export. */
export async function fieldExportColumns(
  ctx: Ctx,
  object: string,
): Promise<ExportColumn<{ fields: Record<string, unknown> }>[]> {
  const fields = await listFields(ctx.db, ctx.workspaceId, object)
  return fields.map(({ key, label }) => ({ key: `fields.${key}`, label, value: row => row.fields[key] }))
}

/** The values of a record's custom fields after a change; undefined when none was asked for. */
export async function changedFields(
  tx: Db,
  ctx: Ctx,
  object: string,
  before: Record<string, unknown>,
  given: Record<string, unknown> | undefined,
): Promise<Record<string, unknown> | undefined> {
  if (!given) return undefined
  const definitions = await listFields(tx, ctx.workspaceId, object)
  await requireReferences(tx, ctx, definitions, [given])
  return mergeFields(definitions, before, given)
}

/** Whether a list query asks for custom fields at all: most do not, and then their definitions need not be read. */
export function usesFields(query: Record<string, unknown>): boolean {
  return Object.entries(query).some(
    ([key, value]) => key.startsWith('filter[fields.') || (key === 'sort' && /^-?fields\./.test(String(value))),
  )
}

/** Columns `fields.<key>` by which a list can be filtered and sorted; `container` is the table's `fields` column. */
export function fieldColumns(fields: Field[], container: RawBuilder<unknown>): Record<string, ListColumn> {
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
