import { sql, type Selectable } from 'kysely'
import { newId } from '../../../kernel/ids.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import type { Imports } from '../../../platform/db/tables.gen.ts'
import { deleteRows, findRow, insertAll, insertRow, isRow, updateRows } from '../../../platform/db/row.ts'
import type { Counts, Findings } from './counts.ts'
import type { Dialect } from './dialect.ts'
import type { Orphan } from './batches/batch.ts'
import type { Mapping } from './mapped-column.ts'
import type { ImportOptions, ImportStatus, UndoResult } from './schema.ts'

export interface StoredColumn {
  name: string
  samples: string[]
}

/** Where a run stands; written in the transaction of each batch. */
export interface RunPosition {
  offset: number
  row: number
  /** Number of the next row of `import_changes`. */
  seq: number
  /** Records whose parent no row has brought yet. */
  orphans: Orphan[]
  /** Rows a second, lately. */
  rate: number
}

/** What the columns hold of which the database knows only that it is JSON, or text. */
interface Held {
  format: 'csv' | 'vcard'
  dialect: Dialect
  columns: StoredColumn[]
  mapping: Mapping
  options: ImportOptions
  status: ImportStatus
  position: RunPosition | null
  counts: { check?: Counts; run?: Counts; undo?: UndoResult }
  preview: { check?: Findings; run?: Findings } | null
}

export type StoredImport = Omit<Selectable<Imports>, keyof Held> & Held

export async function findImport(
  { db, workspaceId }: Tenant,
  id: string,
  isLocking = false,
): Promise<StoredImport | undefined> {
  const query = db.selectFrom('imports').selectAll().where(isRow(workspaceId, id))
  return (await (isLocking ? query.forUpdate() : query).executeTakeFirst()) as StoredImport | undefined
}

export const lockImport = (tenant: Tenant, id: string) => findImport(tenant, id, true)

/** A draft, of which nothing has been read or written yet. */
export async function insertImport(
  tenant: Tenant,
  row: ImportChanges & Pick<StoredImport, 'id' | 'fileId' | 'createdBy' | 'createdAt'>,
): Promise<void> {
  await insertRow(tenant, 'imports', row as StoredImport)
}

export type ImportChanges = Partial<Omit<StoredImport, 'workspaceId' | 'id' | 'fileId' | 'createdAt' | 'createdBy'>>

export async function updateImport(tenant: Tenant, id: string, changes: ImportChanges): Promise<void> {
  await updateRows(tenant, 'imports', id, changes)
}

export async function removeImport(tenant: Tenant, id: string): Promise<void> {
  await deleteRows(tenant, 'imports', id)
}

export interface RowError {
  rowNumber: number
  reason: string
  cells: string[]
  isRefused: boolean
}

export async function insertErrors(tenant: Tenant, importId: string, errors: RowError[]): Promise<void> {
  const rows = errors.map(error => ({ ...error, importId }))
  await insertAll(tenant, 'importErrors', rows, sql`on conflict do nothing`)
}

export async function clearErrors(tenant: Tenant, importId: string): Promise<void> {
  await deleteRows(tenant, 'importErrors', { importId })
}

export interface SavedMapping {
  object: string
  mapping: Mapping
  options: Partial<ImportOptions> & { source?: string }
}

/** The mapping that was last used for files with this heading. */
export async function findMapping(tenant: Tenant, headerHash: string, object: string | null) {
  const which = { headerHash, ...(object === null ? {} : { object }) }
  const latest = sql`order by updated_at desc limit 1`
  const found = await findRow(tenant, 'importMappings', ['object', 'mapping', 'options'], which, latest)
  return found as SavedMapping | undefined
}

export async function saveMapping(
  tenant: Tenant,
  headerHash: string,
  name: string,
  { object, mapping, options }: SavedMapping,
  updatedAt: Date,
): Promise<void> {
  const row = { id: newId(), object, headerHash, name, mapping, options, updatedAt }
  const instead = sql`on conflict (workspace_id, object, header_hash) do update set name = excluded.name,
    mapping = excluded.mapping, options = excluded.options, updated_at = excluded.updated_at`
  await insertRow(tenant, 'importMappings', row, instead)
}
