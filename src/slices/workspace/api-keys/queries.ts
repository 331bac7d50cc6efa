import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { joinMember } from '../members/public.ts'
import type { ApiKey } from './schema.ts'

/** Keys that work first, newest first; revoked ones stay in sight for their history. */
export async function listApiKeys(ctx: Ctx, id: string | null = null): Promise<ApiKey[]> {
  const { rows } = await sql<ApiKey>`
    select k.id, k.name, k.prefix, k.scopes, k.created_by, m.name as created_by_name, k.created_at, k.expires_at, k.last_used_at, k.revoked_at
    from api_keys k ${joinMember('k.created_by')}
    where k.workspace_id = ${ctx.workspaceId} and (${id}::uuid is null or k.id = ${id}::uuid)
    order by (k.revoked_at is not null), k.created_at desc, k.id limit 1000`.execute(ctx.db)
  return rows
}
