import { sql } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
import { isRow } from '../../../platform/db/row.ts'
import type { RecordKind } from '../../../platform/record/record-kind.ts'

export interface StoredField {
  id: string
  object: string
  key: string
  label: string
  type: string
  options: string[]
  currency: string | null
  position: number
  createdAt: Date
  archivedAt: Date | null
}

export const storedColumns = [
  'id',
  'object',
  'key',
  'label',
  'type',
  'options',
  'currency',
  'position',
  'createdAt',
  'archivedAt',
] as const

/** Every field of an object, archived ones too, in their order. */
export async function lockFields(tx: Db, workspaceId: WorkspaceId, object: string): Promise<StoredField[]> {
  const rows = await tx
    .selectFrom('fields')
    .select(storedColumns)
    .where('workspaceId', '=', workspaceId)
    .where('object', '=', object)
    .orderBy('position')
    .orderBy('label')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows as unknown as StoredField[]
}

export async function insertField(
  tx: Db,
  workspaceId: WorkspaceId,
  field: Omit<StoredField, 'archivedAt'>,
): Promise<void> {
  await tx
    .insertInto('fields')
    .values({ ...field, workspaceId, options: JSON.stringify(field.options) })
    .execute()
}

export type FieldChanges = Partial<Pick<StoredField, 'label' | 'options' | 'archivedAt'>>

export async function updateField(
  tx: Db,
  workspaceId: WorkspaceId,
  id: string,
  { options, ...rest }: FieldChanges,
): Promise<void> {
  await tx
    .updateTable('fields')
    .set({ ...rest, ...(options ? { options: JSON.stringify(options) } : {}) })
    .where(isRow(workspaceId, id))
    .execute()
}

/** Sets the choices of a field that is being filled. */
export async function setOptions(tx: Db, workspaceId: WorkspaceId, id: string, options: string[]): Promise<void> {
  await updateField(tx, workspaceId, id, { options })
}

/** Takes fields away for good that no record has a value of; returns those that stay. */
export async function removeUnusedFields(
  tx: Db,
  records: readonly RecordKind[],
  workspaceId: WorkspaceId,
  ids: string[],
): Promise<{ id: string; label: string }[]> {
  const uses = records
    .filter(kind => kind.hasFields)
    .map(
      ({ name, table }) => sql`when ${sql.lit(name)} then exists (
        select from ${sql.table(table)} r where r.workspace_id = f.workspace_id and jsonb_exists(r.fields, f.key))`,
    )
  const { rows } = await sql<{ id: string; label: string; isUsed: boolean }>`
    select f.id, f.label, case f.object ${sql.join(uses, sql` `)} else true end as is_used
    from fields f where f.workspace_id = ${workspaceId} and f.id = any(${ids}::uuid[])`.execute(tx)
  const unused = rows.filter(row => !row.isUsed).map(row => row.id)
  await sql`delete from fields where workspace_id = ${workspaceId} and id = any(${unused}::uuid[])`.execute(tx)
  return rows.filter(row => row.isUsed).map(({ id, label }) => ({ id, label }))
}

/** Gives these fields the places 0, 1, 2 … in the order of `ids`. */
export async function placeFields(tx: Db, workspaceId: WorkspaceId, ids: string[]): Promise<void> {
  await sql`
    update fields f set position = placed.n - 1
    from unnest(${ids}::uuid[]) with ordinality as placed (id, n)
    where f.workspace_id = ${workspaceId} and f.id = placed.id and f.position <> placed.n - 1`.execute(tx)
}
