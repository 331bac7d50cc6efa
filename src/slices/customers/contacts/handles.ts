import { sql, type RawBuilder } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
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

/** Notes that these were proven to be their holders'. */
export async function verifyHandles(tx: Db, workspaceId: WorkspaceId, handles: readonly Handle[], now: Date) {
  const verify = sql`update handles h set verified_at = ${now}
    where h.workspace_id = ${workspaceId} and h.deleted_at is null and h.verified_at is null and ${isOneOf(handles)}`
  await verify.execute(tx)
}

/** These turned out to be several people's, and tell nobody apart any more. */
export async function shareHandles(tx: Db, workspaceId: WorkspaceId, handles: readonly Handle[]): Promise<void> {
  const share = sql`update handles h set is_identifying = false
    where h.workspace_id = ${workspaceId} and h.is_identifying and h.deleted_at is null and ${isOneOf(handles)}`
  await share.execute(tx)
}

/** What was several people's is one person's again where these contacts turn out to be one. */
export async function claimShared(tx: Db, workspaceId: WorkspaceId, contactIds: readonly string[]): Promise<void> {
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
  await claim.execute(tx)
}

/** Says of the devices that these contacts stand for whether they tell who uses them. */
export async function setDevicesIdentifying(
  tx: Db,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
  isIdentifying: boolean,
): Promise<void> {
  const set = sql`update handles h set is_identifying = ${isIdentifying}
    where h.workspace_id = ${workspaceId} and h.contact_id = any(${contactIds}::uuid[]) and h.kind = 'device' and h.deleted_at is null`
  await set.execute(tx)
}

/** The primary e-mail and phone of these contacts are those of their rows. */
export async function setPrimariesAsShown(
  tx: Db,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
): Promise<void> {
  const primary = sql`case h.kind when 'email' then c.email else c.phone end`
  const set = sql`update handles h set is_primary = (h.normal = ${primary}) from contacts c
    where h.workspace_id = ${workspaceId} and c.workspace_id = h.workspace_id and c.id = h.contact_id and c.id = any(${contactIds}::uuid[])
      and h.deleted_at is null and h.kind in ('email', 'phone') and ${primary} is not null and h.is_primary <> (h.normal = ${primary})`
  await set.execute(tx)
}

/** Forgets the values that these contacts had of their own before they were merged. */
export async function dropMergeValues(tx: Db, workspaceId: WorkspaceId, contactIds: readonly string[]): Promise<void> {
  const drop = sql`delete from merge_values where workspace_id = ${workspaceId} and contact_id = any(${contactIds}::uuid[])`
  await drop.execute(tx)
}

export interface OwnHandle {
  id: string
  /** Whose handle it is: not the survivor's id when it came with a merged contact. */
  contactId: string
  kind: string
  value: string
  normal: string
  isPrimary: boolean
  verifiedAt: Date | null
  deletedAt: Date | null
}

/** All handles of contacts that are one person, removed ones too; those first that a person would be written to. */
export async function readAllHandles(db: Db, workspaceId: WorkspaceId, ids: readonly string[]): Promise<OwnHandle[]> {
  return db
    .selectFrom('handles')
    .select(['id', 'contactId', 'kind', 'value', 'normal', 'isPrimary', 'verifiedAt', 'deletedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('contactId', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy(sql`contact_id <> ${ids[0] ?? null}::uuid`)
    .orderBy('isPrimary', 'desc')
    .orderBy('createdAt')
    .execute()
}

/** The handles that these contacts have now. */
export async function readHandles(db: Db, workspaceId: WorkspaceId, ids: readonly string[]): Promise<OwnHandle[]> {
  return (await readAllHandles(db, workspaceId, ids)).filter(({ deletedAt }) => deletedAt === null)
}
