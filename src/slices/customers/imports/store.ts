import { sql, type Selectable } from 'kysely'
import { newId } from '../../../kernel/ids.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { insertRows } from '../../../platform/db/insert-rows.ts'
import type { Imports } from '../../../platform/db/tables.gen.ts'
import { isRow } from '../../../platform/db/row.ts'
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
  { db, workspaceId }: Tenant,
  row: ImportChanges & Pick<StoredImport, 'id' | 'fileId' | 'createdBy' | 'createdAt'>,
): Promise<void> {
  const values = { ...row, ...asJson(row), workspaceId }
  await db
    .insertInto('imports')
    .values(values as never)
    .execute()
}

export type ImportChanges = Partial<Omit<StoredImport, 'workspaceId' | 'id' | 'fileId' | 'createdAt' | 'createdBy'>>

export async function updateImport({ db, workspaceId }: Tenant, id: string, changes: ImportChanges): Promise<void> {
  const values = { ...changes, ...asJson(changes) } as never
  await db.updateTable('imports').set(values).where(isRow(workspaceId, id)).execute()
}

function asJson(row: ImportChanges): Record<string, string | null> {
  const json: Record<string, string | null> = {}
  for (const key of ['dialect', 'columns', 'mapping', 'options', 'position', 'counts', 'preview'] as const)
    if (row[key] !== undefined) json[key] = row[key] === null ? null : JSON.stringify(row[key])
  return json
}

export async function removeImport({ db, workspaceId }: Tenant, id: string): Promise<void> {
  await db.deleteFrom('imports').where(isRow(workspaceId, id)).execute()
}

export interface RowError {
  rowNumber: number
  reason: string
  cells: string[]
  isRefused: boolean
}

const errorTypes = { importId: 'uuid', rowNumber: 'bigint', reason: 'text', cells: 'jsonb', isRefused: 'boolean' }

export async function insertErrors(tenant: Tenant, importId: string, errors: RowError[]): Promise<void> {
  const rows = errors.map(error => ({ ...error, importId }))
  await insertRows(tenant, 'import_errors', errorTypes, rows, sql`on conflict do nothing`)
}

export async function clearErrors({ db, workspaceId }: Tenant, importId: string): Promise<void> {
  await db.deleteFrom('importErrors').where('workspaceId', '=', workspaceId).where('importId', '=', importId).execute()
}

export interface SavedMapping {
  object: string
  mapping: Mapping
  options: Partial<ImportOptions> & { source?: string }
}

/** The mapping that was last used for files with this heading. */
export async function findMapping(
  { db, workspaceId }: Tenant,
  headerHash: string,
  object: string | null,
): Promise<SavedMapping | undefined> {
  return (await db
    .selectFrom('importMappings')
    .select(['object', 'mapping', 'options'])
    .where('workspaceId', '=', workspaceId)
    .where('headerHash', '=', headerHash)
    .$if(object !== null, query => query.where('object', '=', object!))
    .orderBy('updatedAt', 'desc')
    .limit(1)
    .executeTakeFirst()) as SavedMapping | undefined
}

export async function saveMapping(
  { db, workspaceId }: Tenant,
  headerHash: string,
  name: string,
  { object, mapping, options }: SavedMapping,
  updatedAt: Date,
): Promise<void> {
  const values = { name, mapping: JSON.stringify(mapping), options: JSON.stringify(options), updatedAt }
  await db
    .insertInto('importMappings')
    .values({ workspaceId, id: newId(), object, headerHash, ...values })
    .onConflict(known => known.columns(['workspaceId', 'object', 'headerHash']).doUpdateSet(values))
    .execute()
}
