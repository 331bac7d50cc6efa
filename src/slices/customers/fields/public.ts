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

/** The custom fields that records which are to be saved give values of; what those refer to must be there. */
export async function fieldsGiven(
  tx: Db,
  ctx: Ctx,
  object: string,
  items: readonly { fields?: Record<string, unknown> }[],
): Promise<Field[]> {
  const given = items.map(item => item.fields)
  if (!given.some(Boolean)) return []
  const definitions = await listFields(tx, ctx.workspaceId, object)
  await requireReferences(tx, ctx, definitions, given)
  return definitions
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
  const fields = isAsked ? await listFields(ctx.db, ctx.workspaceId, object) : []
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
