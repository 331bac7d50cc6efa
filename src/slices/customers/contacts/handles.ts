import { sql, type RawBuilder } from 'kysely'
import { keysOf, only, type Stored } from '../../../kernel/record/record.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { deleteRows, findRows } from '../../../platform/db/row.ts'
import { handleRecord, storedHandleColumns, type HandleKind } from './record.ts'
import { belongsTo, rootId } from './root.ts'

interface Handle {
  kind: string
  normal: string
}

/** Whether the handle `h` is one of these, whoever has it. */
function isOneOf(handles: readonly Handle[]): RawBuilder<boolean> {
  const [kinds, normals] = [handles.map(({ kind }) => kind), handles.map(({ normal }) => normal)]
  return sql`(h.kind, h.normal) in (select * from unnest(${kinds}::text[], ${normals}::text[]))`
}

/** Sets this of the handles `h` that are in use. */
export async function updateHandles(
  { db, workspaceId }: Tenant,
  set: RawBuilder<unknown>,
  where: RawBuilder<unknown>,
  from = sql``,
): Promise<void> {
  const update = sql`update handles h set ${set} ${from}
    where h.workspace_id = ${workspaceId} and h.deleted_at is null and ${where}`
  await update.execute(db)
}

/** Notes that these were proven to be their holders'. */
export function verifyHandles(tenant: Tenant, handles: readonly Handle[], now: Date) {
  return updateHandles(tenant, sql`verified_at = ${now}`, sql`h.verified_at is null and ${isOneOf(handles)}`)
}

/** The customer has proved that an identifying handle is theirs. */
export function proveHandle(tenant: Tenant, handle: Handle, now: Date) {
  const proven = sql`verified_at = ${now}, confidence = 1`
  return updateHandles(tenant, proven, sql`h.is_identifying and ${isOneOf([handle])}`)
}

/** These turned out to be several people's, and tell nobody apart any more. */
export function shareHandles(tenant: Tenant, handles: readonly Handle[]) {
  return updateHandles(tenant, sql`is_identifying = false`, sql`h.is_identifying and ${isOneOf(handles)}`)
}

/** What was several people's is one person's again where these contacts turn out to be one. */
export async function claimShared({ db, workspaceId }: Tenant, contactIds: readonly string[]): Promise<void> {
  const claim = sql`
    with roots as (
      select ${rootId('c')} as id from contacts c where c.workspace_id = ${workspaceId} and c.id = any(${contactIds}::uuid[])),
    shared as (
      select distinct h.kind, h.normal
      from contacts c join handles h on h.workspace_id = c.workspace_id and h.contact_id = c.id
      where c.workspace_id = ${workspaceId} and ${belongsTo('c', sql`in (select id from roots)`)}
        and h.kind in ('phone', 'website') and not h.is_identifying and h.deleted_at is null),
    owned as (
      select (array_agg(h.id order by h.id))[1] as id
      from shared join handles h on h.kind = shared.kind and h.normal = shared.normal
        join contacts c on c.workspace_id = h.workspace_id and c.id = h.contact_id
      where h.workspace_id = ${workspaceId} and h.deleted_at is null
      group by h.kind, h.normal having count(distinct ${rootId('c')}) = 1 and not bool_or(h.is_identifying))
    update handles h set is_identifying = true from owned where h.workspace_id = ${workspaceId} and h.id = owned.id`
  await claim.execute(db)
}

/** Says of the devices that these contacts stand for whether they tell who uses them. */
export function setDevicesIdentifying(tenant: Tenant, contactIds: readonly string[], is: boolean) {
  const isTheirDevice = sql`h.contact_id = any(${contactIds}::uuid[]) and h.kind = 'device'`
  return updateHandles(tenant, sql`is_identifying = ${is}`, isTheirDevice)
}

/** The primary e-mail and phone of these contacts are those of their rows. */
export function setPrimariesAsShown(tenant: Tenant, contactIds: readonly string[]) {
  const primary = sql`case h.kind when 'email' then c.email else c.phone end`
  const isOther = sql`c.workspace_id = h.workspace_id and c.id = h.contact_id and c.id = any(${contactIds}::uuid[])
    and h.kind in ('email', 'phone') and ${primary} is not null and h.is_primary <> (h.normal = ${primary})`
  return updateHandles(tenant, sql`is_primary = (h.normal = ${primary})`, isOther, sql`from contacts c`)
}

/** One primary handle of a kind: `id`. */
export function makePrimary(tenant: Tenant, contactId: string, kind: HandleKind, id: string) {
  const isOfKind = sql`h.contact_id = ${contactId} and h.kind = ${kind}`
  return updateHandles(tenant, sql`is_primary = (h.id = ${id}::uuid)`, isOfKind)
}

/** Forgets the values that these contacts had of their own before they were merged. */
export async function dropMergeValues(tenant: Tenant, contactIds: readonly string[]): Promise<void> {
  await deleteRows(tenant, 'mergeValues', { contactId: contactIds })
}

const ownColumns = { ...storedHandleColumns, ...only(handleRecord.columns, 'verifiedAt', 'deletedAt') }
/** Its contact is not the survivor where it came with a merged one. */
export type OwnHandle = Stored<typeof ownColumns>

/** All handles of contacts that are one person, removed ones too; those first that a person would be written to. */
export async function readAllHandles(tenant: Tenant, ids: readonly string[]): Promise<OwnHandle[]> {
  const writtenToFirst = sql`order by contact_id <> ${ids[0] ?? null}::uuid, is_primary desc, created_at`
  return (await findRows(tenant, 'handles', keysOf(ownColumns), { contactId: ids }, writtenToFirst)) as OwnHandle[]
}

/** The handles that these contacts have now. */
export async function readHandles(tenant: Tenant, ids: readonly string[]): Promise<OwnHandle[]> {
  return (await readAllHandles(tenant, ids)).filter(({ deletedAt }) => deletedAt === null)
}
