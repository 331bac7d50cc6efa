import { sql } from 'kysely'
import { keysOf } from '../../../kernel/record/record.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { deleteRows, findRows, updateEach } from '../../../platform/db/row.ts'
import type { RecordKind } from '../../../platform/record/record-kind.ts'
import { insertingOf, updatingOf } from '../../../platform/record/statements.ts'
import { hasFields } from './fielded.ts'
import { fieldRecord, storedColumns, type StoredField } from './record.ts'

/** Every field of an object, archived ones too, in their order. */
export async function lockFields(tenant: Tenant, object: string): Promise<StoredField[]> {
  const locked = sql`order by position, label, id for update`
  return (await findRows(tenant, 'fields', keysOf(storedColumns), { object }, locked)) as StoredField[]
}

export const insertFields = insertingOf(fieldRecord)
export const updateField = updatingOf(fieldRecord)

/** Sets the choices of a field that is being filled. */
export async function setOptions(tenant: Tenant, id: string, options: string[]): Promise<void> {
  await updateField(tenant, id, { options })
}

/** Takes fields away for good that no record has a value of; returns those that stay. */
export async function removeUnusedFields(
  { db, workspaceId }: Tenant,
  records: readonly RecordKind[],
  ids: string[],
): Promise<{ id: string; label: string }[]> {
  const uses = records.filter(hasFields).map(
    ({ name, table }) => sql`when ${sql.lit(name)} then exists (
        select from ${sql.table(table)} r where r.workspace_id = f.workspace_id and jsonb_exists(r.fields, f.key))`,
  )
  const { rows } = await sql<{ id: string; label: string; isUsed: boolean }>`
    select f.id, f.label, case f.object ${sql.join(uses, sql` `)} else true end as is_used
    from fields f where f.workspace_id = ${workspaceId} and f.id = any(${ids}::uuid[])`.execute(db)
  const unused = rows.filter(row => !row.isUsed).map(row => row.id)
  await deleteRows({ db, workspaceId }, 'fields', unused)
  return rows.filter(row => row.isUsed).map(({ id, label }) => ({ id, label }))
}

/** Gives these fields the places 0, 1, 2 … in the order of `ids`. */
export async function placeFields(tenant: Tenant, ids: readonly string[]): Promise<void> {
  const placed = ids.map((id, position) => ({ id, position }))
  await updateEach(tenant, 'fields', ['id'], placed, { ending: sql`and t.position <> given.position` })
}
