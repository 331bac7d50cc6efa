import { sql } from 'kysely'
import type { Tenant } from '../../../../platform/db/database.ts'
import { isGivenName } from '../../../../platform/record/given-name.ts'
import { rootId } from '../../contacts/public.ts'
import { joinRules } from './join-rules.ts'
import { sightedKey, type SightedHandle } from './sighting.ts'

/** A handle that is in the database, with the contact that holds it and whose it is now. */
export interface FoundHandle {
  kind: string
  normal: string
  contactId: string
  rootId: string
  /** The surviving contact's company. */
  companyId: string | null
  isIdentifying: boolean
  createdAt: Date
  /** The name of the surviving contact; null where it only repeats a handle or names a visitor. */
  rootName: string | null
}

/** All holders of these handles, by the handle's key; one statement. */
export async function resolveHandles(
  { db, workspaceId }: Tenant,
  handles: readonly SightedHandle[],
): Promise<Map<string, FoundHandle[]>> {
  if (handles.length === 0) return new Map()
  const comparesNames = handles.some(handle => handle.isShared || joinRules[handle.kind].joins === 'same-name')
  const { rows } = await sql<FoundHandle>`
    select h.kind, h.normal, h.contact_id, r.id as root_id, r.company_id, h.is_identifying, h.created_at,
      case when ${comparesNames}::boolean and r.lifecycle <> 'stranger' then coalesce(nullif(concat_ws(' ', r.first_name, r.last_name), ''), (
        select r.name where ${isGivenName('r.name')} and not exists (
          select from handles own where own.workspace_id = ${workspaceId} and own.contact_id = r.id and own.deleted_at is null
            and (own.normal = r.name or own.value = r.name or own.normal like '%:' || r.name)))) end as root_name
    from unnest(${handles.map(handle => handle.kind)}::text[], ${handles.map(handle => handle.normal)}::text[]) as given (kind, normal)
      join handles h on h.kind = given.kind and h.normal = given.normal
      join contacts c on c.workspace_id = h.workspace_id and c.id = h.contact_id
      join contacts r on r.workspace_id = c.workspace_id and r.id = ${rootId('c')}
    where h.workspace_id = ${workspaceId} and h.deleted_at is null`.execute(db)
  return Map.groupBy(rows, sightedKey)
}

export interface Root {
  rootId: string
  companyId: string | null
}

/** Whose these contacts are now. */
export async function rootsOf({ db, workspaceId }: Tenant, ids: string[]): Promise<Map<string, Root>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Root & { id: string }>`
    select c.id, r.id as root_id, r.company_id
    from contacts c join contacts r on r.workspace_id = c.workspace_id and r.id = ${rootId('c')}
    where c.workspace_id = ${workspaceId} and c.id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, ...root }) => [id, root]))
}
