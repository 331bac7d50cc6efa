import { sql } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
import { insertRows } from '../../../platform/db/insert-rows.ts'
import type { HandleKind } from './schema.ts'

export interface StoredContact {
  id: string
  name: string
  firstName: string | null
  lastName: string | null
  jobTitle: string | null
  companyId: string | null
  ownerId: string | null
  teamId: string | null
  lifecycle: string
  email: string | null
  phone: string | null
  street: string | null
  city: string | null
  region: string | null
  postalCode: string | null
  country: string | null
  language: string | null
  timeZone: string | null
  birthday: string | null
  tagIds: string[]
  fields: Record<string, unknown>
  source: string | null
  mergedInto: string | null
  hasMerged: boolean
  version: number
  deletedAt: Date | null
  erasedAt: Date | null
}

export interface StoredHandle {
  id: string
  contactId: string
  kind: HandleKind
  value: string
  normal: string
  label: string | null
  isPrimary: boolean
  isIdentifying: boolean
}

export const storedColumns = [
  'id',
  'name',
  'firstName',
  'lastName',
  'jobTitle',
  'companyId',
  'ownerId',
  'teamId',
  'lifecycle',
  'email',
  'phone',
  'street',
  'city',
  'region',
  'postalCode',
  'country',
  'language',
  'timeZone',
  'birthday',
  'tagIds',
  'fields',
  'source',
  'mergedInto',
  'hasMerged',
  'version',
  'deletedAt',
  'erasedAt',
] as const

export async function lockContacts(tx: Db, workspaceId: WorkspaceId, ids: string[]): Promise<StoredContact[]> {
  const rows = await tx
    .selectFrom('contacts')
    .select(storedColumns)
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows as StoredContact[]
}

export interface NewContact extends Omit<
  StoredContact,
  'mergedInto' | 'hasMerged' | 'version' | 'deletedAt' | 'erasedAt'
> {
  sortName: string
  searchText: string
  importId?: string | null
  isDemo?: boolean
  /** When the contact became known; now when left out. */
  createdAt?: Date
}

const newColumns = {
  id: 'uuid',
  name: 'text',
  sortName: 'text',
  searchText: 'text',
  firstName: 'text',
  lastName: 'text',
  jobTitle: 'text',
  companyId: 'uuid',
  ownerId: 'uuid',
  teamId: 'uuid',
  lifecycle: 'text',
  email: 'text',
  phone: 'text',
  street: 'text',
  city: 'text',
  region: 'text',
  postalCode: 'text',
  country: 'text',
  language: 'text',
  timeZone: 'text',
  birthday: 'date',
  tagIds: 'uuid[]',
  fields: 'jsonb',
  source: 'text',
  importId: 'uuid',
  isDemo: 'boolean',
  createdAt: 'timestamptz',
  updatedAt: 'timestamptz',
} as const

/** Rows for contacts, with empty facts beside them; two statements for any number. */
export async function insertContacts(
  tx: Db,
  workspaceId: WorkspaceId,
  contacts: NewContact[],
  now: Date,
): Promise<void> {
  const rows = contacts.map(contact => ({
    ...contact,
    isDemo: contact.isDemo ?? false,
    createdAt: contact.createdAt ?? now,
    updatedAt: now,
  }))
  await insertRows(tx, workspaceId, 'contacts', newColumns, rows)
  await insertRows(
    tx,
    workspaceId,
    'contact_facts',
    { contactId: 'uuid' },
    contacts.map(({ id }) => ({ contactId: id })),
  )
}

export type ContactChanges = Partial<Omit<NewContact, 'id'>> & { deletedAt?: Date | null }

export async function updateContact(
  tx: Db,
  workspaceId: WorkspaceId,
  id: string,
  changes: ContactChanges,
  now: Date,
): Promise<void> {
  const { fields, ...rest } = changes
  await tx
    .updateTable('contacts')
    .set({ ...rest, ...(fields ? { fields: JSON.stringify(fields) } : {}), updatedAt: now })
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

export interface NewHandle extends StoredHandle {
  source: string
  confidence?: number
  importId?: string | null
}

export async function insertHandles(tx: Db, workspaceId: WorkspaceId, handles: NewHandle[], now: Date): Promise<void> {
  const rows = handles.map(handle => ({ ...handle, confidence: handle.confidence ?? 1, createdAt: now }))
  await insertRows(tx, workspaceId, 'handles', handleColumns, rows)
}

const handleColumns = {
  id: 'uuid',
  contactId: 'uuid',
  kind: 'text',
  value: 'text',
  normal: 'text',
  label: 'text',
  isPrimary: 'boolean',
  isIdentifying: 'boolean',
  source: 'text',
  confidence: 'real',
  importId: 'uuid',
  createdAt: 'timestamptz',
} as const

export interface HandleHolder {
  kind: string
  normal: string
  /** The contact that the handle was written with. */
  holderId: string
  /** Whose it is now. */
  contactId: string
  contactName: string
  ownerId: string | null
  teamId: string | null
}

/** Identifying handles that any of the given ones is equal to, with the surviving contact that holds each. */
export async function findHolders(
  tx: Db,
  workspaceId: WorkspaceId,
  handles: readonly { kind: string; normal: string }[],
): Promise<HandleHolder[]> {
  if (handles.length === 0) return []
  const { rows } = await sql<HandleHolder>`
    select h.kind, h.normal, w.id as holder_id, c.id as contact_id, c.name as contact_name, c.owner_id, c.team_id
    from handles h
      join contacts w on w.workspace_id = h.workspace_id and w.id = h.contact_id
      join contacts c on c.workspace_id = w.workspace_id and c.id = coalesce(w.merged_into, w.id)
    where h.workspace_id = ${workspaceId} and h.is_identifying and h.deleted_at is null
      and (h.kind, h.normal) in (select * from unnest(${handles.map(handle => handle.kind)}::text[], ${handles.map(handle => handle.normal)}::text[]))`.execute(
    tx,
  )
  return rows
}

/** The live handles of a contact and of those merged into it. */
export async function lockHandles(tx: Db, workspaceId: WorkspaceId, contactId: string): Promise<StoredHandle[]> {
  const rows = await tx
    .selectFrom('handles')
    .select(['id', 'contactId', 'kind', 'value', 'normal', 'label', 'isPrimary', 'isIdentifying'])
    .where('workspaceId', '=', workspaceId)
    .where('contactId', 'in', eb =>
      eb
        .selectFrom('contacts')
        .select('contacts.id')
        .where('contacts.workspaceId', '=', workspaceId)
        .where(or => or.or([or('contacts.id', '=', contactId), or('contacts.mergedInto', '=', contactId)])),
    )
    .where('deletedAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rows as StoredHandle[]
}

export async function updateHandle(
  tx: Db,
  workspaceId: WorkspaceId,
  id: string,
  changes: Partial<StoredHandle> & { deletedAt?: Date | null },
): Promise<void> {
  await tx.updateTable('handles').set(changes).where('workspaceId', '=', workspaceId).where('id', '=', id).execute()
}

/** One primary handle of a kind: `id`. */
export async function makePrimary(
  tx: Db,
  workspaceId: WorkspaceId,
  contactId: string,
  kind: HandleKind,
  id: string,
): Promise<void> {
  await tx
    .updateTable('handles')
    .set({ isPrimary: sql<boolean>`id = ${id}::uuid` })
    .where('workspaceId', '=', workspaceId)
    .where('contactId', '=', contactId)
    .where('kind', '=', kind)
    .where('deletedAt', 'is', null)
    .execute()
}
