import { sql, type RawBuilder } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import { isRoot } from './root.ts'
import { isQuietSince } from '../facts/public.ts'

/** Whether there is a way to reach the contact `alias`; a device or somebody's own number for it is none. */
export function isReachable(alias: string): RawBuilder<boolean> {
  const contact = sql.id(alias)
  return sql<boolean>`(${contact}.email is not null or ${contact}.phone is not null or exists (
    select from handles k where k.workspace_id = ${contact}.workspace_id and k.contact_id = ${contact}.id
      and k.kind not in ('device', 'external')))`
}

/** The contacts that have or had this e-mail address, in lower case. */
export function withAddress(workspaceId: WorkspaceId, address: RawBuilder<unknown>): RawBuilder<string> {
  return sql`select k.contact_id from handles k
    where k.workspace_id = ${workspaceId} and k.kind = 'email' and k.normal = ${address} and k.deleted_at is null`
}

/** Whether the contact `alias` stands alone, bought nothing, and nothing happened with it since. */
export function isUntouchedSince(alias: string, since: Date): RawBuilder<boolean> {
  const contact = sql.id(alias)
  return sql<boolean>`${contact}.created_at < ${since} and ${contact}.updated_at < ${since}
    and ${contact}.erased_at is null and ${isRoot(alias)} and not ${contact}.has_merged
    and ${isQuietSince(`${alias}.id`, since)}`
}
