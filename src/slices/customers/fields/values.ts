import { sql } from 'kysely'
import type { RecordExtra } from '../../../platform/record/record-extra.ts'
import { mergeFields } from './field.ts'
import { listFields } from './queries.ts'
import { requireReferences } from './references.ts'

type Values = Record<string, unknown>

/** The custom fields of records; what their values refer to must be there. */
export const fieldValues: RecordExtra = {
  column: 'fields',

  async given(ctx, name, items: readonly { fields?: Values }[]) {
    const given = items.map(item => item.fields)
    const definitions = given.some(Boolean) ? await listFields(ctx, name) : []
    await requireReferences(ctx, definitions, given)
    return ({ fields }: { fields?: Values }, before?: { fields: Values }) =>
      before && !fields ? {} : { fields: mergeFields(definitions, before?.fields ?? {}, fields ?? {}) }
  },

  /** Columns `fields.<key>`. Most queries ask for no custom fields, and then their definitions need not be read. */
  async listed(ctx, name, query, container) {
    const isAsked = Object.entries(query).some(
      ([key, value]) => key.startsWith('filter[fields.') || (key === 'sort' && /^-?fields\./.test(String(value))),
    )
    const fields = isAsked ? await listFields(ctx, name) : []
    const kinds: Record<string, 'number' | 'yesno'> = { number: 'number', money: 'number', yesno: 'yesno' }
    return Object.fromEntries(
      fields.map(({ key, type }) => [
        `fields.${key}`,
        {
          type: 'json',
          sql: sql`(${container} -> ${key})`,
          isSortable: true,
          isNullable: true,
          refersTo: ctx.app.records.find(kind => kind.name === type)?.table,
          json: { container, key, holds: kinds[type] ?? 'text' },
        },
      ]),
    )
  },

  /** Each a column of its own. */
  async exported(ctx, name) {
    const fields = await listFields(ctx, name)
    return fields.map(({ key, label, type, currency }) => ({
      key: `fields.${key}`,
      label,
      value: (row: { fields: Values }) => row.fields[key],
      ...(type === 'money' && { currency: () => currency ?? ctx.workspace.currency }),
    }))
  },
}
