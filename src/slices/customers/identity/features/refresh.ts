import { sql } from 'kysely'
import { blockingKeys } from '../../../../models/linkage/blocking.ts'
import { inTransaction, type Tenant } from '../../../../platform/db/database.ts'
import { readById } from '../../../../platform/db/read-by-id.ts'
import { deleteRows, findRows, insertAll } from '../../../../platform/db/row.ts'
import { selectOf } from '../../../../platform/record/fragments.ts'
import { rootId } from '../../contacts/public.ts'
import { joinCompany } from '../../companies/public.ts'
import type { HandleKind } from '../../contacts/schema.ts'
import { comparedColumns, comparedPerson, type ComparedContact, type ComparedHandle } from './person-of.ts'
import { storePerson } from './stored-person.ts'

/** Writes what is compared of these contacts anew and forgets those in the bin and the erased. Returns whose values changed. */
export async function refreshFeatures(tenant: Tenant, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const contacts = await readContacts(tenant, ids)
  const handles = await readHandles(tenant, ids)
  const ownFields = await readOwnFields(tenant)
  const before = await readBefore(tenant, ids)
  const rows = contacts.map(({ id, version, ...contact }) => {
    const person = comparedPerson(contact, handles.get(id) ?? [], ownFields)
    return { contactId: id, version, person: storePerson(person), keys: blockingKeys(person) }
  })
  await insertAll(tenant, 'identityFeatures', rows, overwriting)
  const present = new Set(rows.map(row => row.contactId))
  const gone = ids.filter(id => !present.has(id))
  await forget(tenant, gone)
  const changed = rows.filter(row => (before.get(row.contactId) ?? nothing) !== JSON.stringify(row.person))
  return changed.map(row => row.contactId)
}

const overwriting = sql`on conflict (workspace_id, contact_id)
  do update set person = excluded.person, keys = excluded.keys, version = excluded.version`

/** Of whom nothing is known there is nothing to compare. */
const nothing = '[]'

async function readBefore({ db, workspaceId }: Tenant, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; person: string }>`
    select f.contact_id as id, f.person::text as person from identity_features f
    where f.workspace_id = ${workspaceId} and f.contact_id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, person }) => [id, person]))
}

async function forget(tenant: Tenant, ids: string[]): Promise<void> {
  await deleteRows(tenant, 'identityWaiting', { contactId: ids })
  await deleteRows(tenant, 'identityFeatures', { contactId: ids })
  await deleteRows(tenant, 'identityCandidates', { aId: ids })
  await deleteRows(tenant, 'identityCandidates', { bId: ids })
}

const compared = selectOf(comparedColumns, 'c')
type Row = ComparedContact & { id: string; version: number }

async function readContacts({ db, workspaceId }: Tenant, ids: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select c.id, c.version, ${compared}, co.name as company_name
    from contacts c ${joinCompany('c.company_id')}
    where c.workspace_id = ${workspaceId}
    and c.id = any(${ids}::uuid[]) and c.deleted_at is null and c.erased_at is null`.execute(db)
  return rows
}

async function readHandles(tenant: Tenant, ids: readonly string[]): Promise<Map<string, ComparedHandle[]>> {
  const { rows } = await sql<ComparedHandle & { contactId: string; isIdentifying: boolean }>`
    select h.contact_id, h.kind, h.value, h.normal, h.is_identifying, 1 as holders from handles h
    where h.workspace_id = ${tenant.workspaceId} and h.contact_id = any(${ids}::uuid[]) and h.deleted_at is null
    order by h.contact_id, h.kind, h.normal`.execute(tenant.db)
  const shared = rows.filter(row => !row.isIdentifying)
  const holders = await countHolders(tenant, shared)
  for (const row of rows) row.holders = holders.get(`${row.kind} ${row.normal}`) ?? 1
  return Map.groupBy(rows, row => row.contactId)
}

/** An identifying handle has one holder; only others need counting. */
async function countHolders(
  { db, workspaceId }: Tenant,
  handles: readonly { kind: HandleKind; normal: string }[],
): Promise<Map<string, number>> {
  if (handles.length === 0) return new Map()
  const { rows } = await sql<{ kind: string; normal: string; holders: number }>`
    select h.kind, h.normal, count(distinct ${rootId('c')}) as holders
    from handles h join contacts c on c.workspace_id = h.workspace_id and c.id = h.contact_id
    where h.workspace_id = ${workspaceId} and h.normal = any(${[...new Set(handles.map(({ normal }) => normal))]}::text[]) and h.deleted_at is null
    group by h.kind, h.normal`.execute(db)
  return new Map(rows.map(row => [`${row.kind} ${row.normal}`, row.holders]))
}

async function readOwnFields(tenant: Tenant): Promise<string[]> {
  const inUse = { object: 'contact', type: ['text', 'number'], archivedAt: null }
  return (await findRows(tenant, 'fields', ['key'], inUse, sql`order by key`)).map(row => row.key)
}

const batchSize = 2000

/**
 * Catches up with contacts that changed without an event, as imports change them; batch by batch, each in a transaction of
 * its own. `onBatch` is told how many were refreshed so far, and whose values changed.
 */
export async function refreshStale(
  tenant: Tenant,
  onBatch: (count: number, tenant: Tenant, changed: string[]) => Promise<void>,
): Promise<void> {
  let count = 0
  const page = (after: string, limit: number) => sql<{ id: string }>`
    select c.id from contacts c left join identity_features f on f.workspace_id = c.workspace_id and f.contact_id = c.id
    where c.workspace_id = ${tenant.workspaceId} and c.deleted_at is null and c.erased_at is null
      and (f.version is null or f.version <> c.version) and c.id > ${after}::uuid
    order by c.id limit ${limit}`
  for await (const rows of readById(tenant.db, page, batchSize)) {
    const ids = rows.map(row => row.id)
    count += ids.length
    await inTransaction(tenant, async tenant => onBatch(count, tenant, await refreshFeatures(tenant, ids)))
  }
}
