import { sql } from 'kysely'
import { invalidFields, type FieldFault } from '../../../kernel/errors.ts'
import { id } from '../../../kernel/ids.ts'
import { defineText } from '../../../kernel/messages.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Field } from './schema.ts'

const noRecord = defineText('fields.references.missing', 'There is no such record. Nothing was saved.')

/**
 * Throws `unprocessable` unless every record that the given values of custom fields name is there and may be seen. One statement for each kind of record, none where no such value is given.
 */
export async function requireReferences(
  ctx: Ctx,
  definitions: Field[],
  given: (Record<string, unknown> | undefined)[],
): Promise<void> {
  const faults: FieldFault[] = []
  for (const { name: type, table, reference, isVisible } of ctx.app.records) {
    const keys = definitions.filter(field => field.type === type).map(field => field.key)
    const named = given
      .flatMap(fields => keys.map(key => ({ key, value: fields?.[key] })))
      .filter(({ value }) => id.safeParse(value).success)
    if (named.length === 0 || !reference) continue
    const { rows } = await sql<{ id: string }>`
      select r.id from ${sql.table(table)} r
      where r.workspace_id = ${ctx.workspaceId} and r.id = any(${named.map(({ value }) => value)}::uuid[])
        and r.deleted_at is null and ${isVisible!(ctx, 'r')}`.execute(ctx.db)
    const found = new Set(rows.map(row => row.id))
    for (const { key, value } of named) {
      if (!found.has(String(value).toLowerCase())) faults.push({ path: `fields.${key}`, message: noRecord })
    }
  }
  if (faults.length > 0) throw invalidFields(faults, 'unprocessable')
}
