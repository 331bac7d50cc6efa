import type { Selectable } from 'kysely'
import type { Tenant } from '../../../platform/db/database.ts'
import type { MergeUndoings } from '../../../platform/db/tables.gen.ts'
import { isRow } from '../../../platform/db/row.ts'
import type { How } from './merge.ts'
import type { Undoing } from './schema.ts'

export type StoredUndoing = Omit<Selectable<MergeUndoings>, 'workspaceId' | 'how' | 'status'> & {
  how: How | null
  status: Undoing['status']
}

export async function readUndoing({ db, workspaceId }: Tenant, id: string): Promise<StoredUndoing | undefined> {
  const row = await db.selectFrom('mergeUndoings').selectAll().where(isRow(workspaceId, id)).executeTakeFirst()
  return row as StoredUndoing | undefined
}

export function toUndoing({ since, createdAt, finishedAt, ...undoing }: StoredUndoing): Undoing {
  const { id, how, status, done, skipped, total, error } = undoing
  const times = { since: since?.toISOString() ?? null, finishedAt: finishedAt?.toISOString() ?? null }
  return { id, how, status, done, skipped, total, error, createdAt: createdAt.toISOString(), ...times }
}
