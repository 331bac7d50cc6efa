import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
import { isRow } from '../../../platform/db/row.ts'
import type { How } from './merge.ts'
import type { Undoing } from './schema.ts'

export interface StoredUndoing {
  id: string
  how: How | null
  since: Date | null
  until: Date
  status: Undoing['status']
  done: number
  skipped: number
  total: number
  error: string | null
  memberId: string | null
  createdAt: Date
  finishedAt: Date | null
}

const columns = [
  'id',
  'how',
  'since',
  'until',
  'status',
  'done',
  'skipped',
  'total',
  'error',
  'memberId',
  'createdAt',
  'finishedAt',
] as const

export async function readUndoing(db: Db, workspaceId: WorkspaceId, id: string): Promise<StoredUndoing | undefined> {
  return (await db.selectFrom('mergeUndoings').select(columns).where(isRow(workspaceId, id)).executeTakeFirst()) as
    StoredUndoing | undefined
}

export async function insertUndoing(db: Db, workspaceId: WorkspaceId, undoing: StoredUndoing): Promise<void> {
  await db
    .insertInto('mergeUndoings')
    .values({ ...undoing, workspaceId })
    .execute()
}

export async function updateUndoing(
  db: Db,
  workspaceId: WorkspaceId,
  id: string,
  changes: Partial<StoredUndoing>,
): Promise<void> {
  await db.updateTable('mergeUndoings').set(changes).where(isRow(workspaceId, id)).execute()
}

export function toUndoing({
  until: _,
  memberId: __,
  since,
  createdAt,
  finishedAt,
  ...undoing
}: StoredUndoing): Undoing {
  return {
    ...undoing,
    since: since?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  }
}
