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

export interface NewContact extends Omit<StoredContact, 'mergedInto' | 'hasMerged' | 'version' | 'deletedAt'> {
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
    select h.kind, h.normal, c.id as contact_id, c.name as contact_name, c.owner_id, c.team_id
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

/** Moves contacts to the bin with their handles, which become free for others; returns those that were not there yet. */
export async function binContacts(
  tx: Db,
  workspaceId: WorkspaceId,
  ids: string[],
  now: Date,
): Promise<{ id: string; name: string; companyId: string | null }[]> {
  const rows = await tx
    .updateTable('contacts')
    .set({ deletedAt: now })
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('deletedAt', 'is', null)
    .returning(['id', 'name', 'companyId'])
    .execute()
  await tx
    .updateTable('handles')
    .set({ deletedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('contactId', '=', sql<string>`any(${rows.map(row => row.id)}::uuid[])`)
    .where('deletedAt', 'is', null)
    .execute()
  return rows
}

/**
 * Takes contacts out of the bin with the handles that went with them. A handle that identifies somebody else by now
 * comes back as one that no longer identifies.
 */
export async function unbinContacts(
  tx: Db,
  workspaceId: WorkspaceId,
  ids: string[],
): Promise<{ id: string; name: string; companyId: string | null }[]> {
  const contactIds = sql<string>`any(${ids}::uuid[])`
  await sql`
    update handles h set deleted_at = null, is_identifying = h.is_identifying and not exists (
      select from handles taken where taken.workspace_id = h.workspace_id and taken.kind = h.kind and taken.normal = h.normal
        and taken.is_identifying and taken.deleted_at is null)
    from contacts c
    where h.workspace_id = ${workspaceId} and c.workspace_id = h.workspace_id and c.id = h.contact_id and c.id = ${contactIds}
      and h.deleted_at is not null and h.deleted_at = c.deleted_at`.execute(tx)
  return tx
    .updateTable('contacts')
    .set({ deletedAt: null })
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', contactIds)
    .where('deletedAt', 'is not', null)
    .returning(['id', 'name', 'companyId'])
    .execute()
}
