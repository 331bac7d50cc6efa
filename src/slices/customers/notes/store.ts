import { sql } from 'kysely'
import { AppError } from '../../../kernel/errors.ts'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
import { insertRows } from '../../../platform/db/insert-rows.ts'

export interface StoredNote {
  id: string
  contactId: string | null
  companyId: string | null
  body: string
  mentionIds: string[]
  isPinned: boolean
  authorId: string | null
  deletedAt: Date | null
}

export async function lockNote(tx: Db, workspaceId: WorkspaceId, id: string): Promise<StoredNote | undefined> {
  return tx
    .selectFrom('notes')
    .select(['id', 'contactId', 'companyId', 'body', 'mentionIds', 'isPinned', 'authorId', 'deletedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export interface NewNote {
  id: string
  contactId: string | null
  companyId: string | null
  body: string
  mentionIds: string[]
  isPinned?: boolean
  authorId: string | null
  source?: string | null
  sourceId?: string | null
  importId?: string | null
  isDemo?: boolean
  createdAt: Date
}

export async function insertNotes(tx: Db, workspaceId: WorkspaceId, notes: NewNote[]): Promise<void> {
  const rows = notes.map(note => ({ isPinned: false, isDemo: false, ...note, updatedAt: note.createdAt }))
  await insertRows(tx, workspaceId, 'notes', noteColumns, rows)
}

const noteColumns = {
  id: 'uuid',
  contactId: 'uuid',
  companyId: 'uuid',
  body: 'text',
  mentionIds: 'uuid[]',
  isPinned: 'boolean',
  authorId: 'uuid',
  source: 'text',
  sourceId: 'text',
  importId: 'uuid',
  isDemo: 'boolean',
  createdAt: 'timestamptz',
  updatedAt: 'timestamptz',
}

/** Gives many notes another text by one statement. */
export async function rewriteNotes(
  tx: Db,
  workspaceId: WorkspaceId,
  notes: readonly { id: string; body: string }[],
  now: Date,
): Promise<void> {
  if (notes.length === 0) return
  const rows = notes.map(({ id, body }) => ({ id, body }))
  await sql`
    update notes n set body = r.body, updated_at = ${now}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, body text)
    where n.workspace_id = ${workspaceId} and n.id = r.id`.execute(tx)
}

/** Takes notes away for good. */
export async function removeNotes(tx: Db, workspaceId: WorkspaceId, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from notes where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`.execute(tx)
}

export type NoteChanges = Partial<Pick<StoredNote, 'body' | 'mentionIds' | 'isPinned' | 'deletedAt'>>

export async function updateNote(
  tx: Db,
  workspaceId: WorkspaceId,
  id: string,
  changes: NoteChanges,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('notes')
    .set({ ...changes, updatedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

/** Takes the words of a note out of its events. */
export async function redactEvents(tx: Db, workspaceId: WorkspaceId, noteId: string): Promise<void> {
  await sql`update events set data = data - 'excerpt' where workspace_id = ${workspaceId} and subject_id = ${noteId} and data ? 'excerpt'`.execute(
    tx,
  )
}

/** Throws `unprocessable` unless all of these are members of the workspace now. */
export async function requireMembers(tx: Db, workspaceId: WorkspaceId, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const found = await tx
    .selectFrom('members')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', ids)
    .where('removedAt', 'is', null)
    .execute()
  if (found.length < ids.length) {
    const message = 'One of the people mentioned is not a member of this workspace. Nothing was saved.'
    throw new AppError('unprocessable', message, { fields: [{ path: 'body', message }] })
  }
}
