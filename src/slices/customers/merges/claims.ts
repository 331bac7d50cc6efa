import { sql, type Selectable } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import type { Claims } from '../../../platform/db/tables.gen.ts'
import { findRow } from '../../../platform/db/row.ts'
import { joinMember } from '../../workspace/members/public.ts'
import { getContactKey, type NewHandle } from '../contacts/public.ts'
import { mostAttempts } from './claim.ts'
import type { Claim } from './schema.ts'

const columns = ['id', 'contactId', 'kind', 'value', 'normal', 'codeHash'] as const
type Columns = Pick<Selectable<Claims>, (typeof columns)[number]>
export type StoredClaim = Columns & { kind: NewHandle['kind']; codeHash: Buffer }

/** A claim that can still be confirmed; locked in a transaction. */
export async function findOpenClaim(tenant: Tenant, id: string, now: Date): Promise<StoredClaim | undefined> {
  const isOpen = sql`and expires_at > ${now} ${tenant.db.isTransaction ? sql`for update` : sql``}`
  return (await findRow(tenant, 'claims', columns, { id, confirmedAt: null }, isOpen)) as StoredClaim | undefined
}

/** Counts one try of the code; false when there were too many. Stands even if what follows is refused. */
export async function countAttempt({ db, workspaceId }: Tenant, id: string): Promise<boolean> {
  const { rows } = await sql`
    update claims set attempts = attempts + 1
    where workspace_id = ${workspaceId} and id = ${id} and attempts < ${mostAttempts} returning id`.execute(db)
  return rows.length > 0
}

/** How many claims of this address were sent since. */
export async function countSince(
  { db, workspaceId }: Tenant,
  { kind, normal }: { kind: string; normal: string },
  since: Date,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from claims c
    where c.workspace_id = ${workspaceId}
    and c.kind = ${kind} and c.normal = ${normal} and c.created_at > ${since}`.execute(db)
  return rows[0]!.count
}

export async function listClaims(ctx: Ctx, contactId: string): Promise<Claim[]> {
  const { ids } = await getContactKey(ctx, contactId)
  const { rows } = await sql<Claim>`
    select k.id, k.contact_id, k.kind, k.value, k.created_at, k.expires_at, k.confirmed_at,
      case when k.confirmed_at is not null then 'confirmed' when k.expires_at <= ${ctx.now()} then 'expired' else 'open' end as status,
      case when b.id is not null then json_build_object('id', b.id, 'name', b.name) end as by
    from claims k ${joinMember('k.member_id', 'b')}
    where k.workspace_id = ${ctx.workspaceId} and k.contact_id = any(${ids}::uuid[])
    order by k.created_at desc, k.id desc limit 100`.execute(ctx.db)
  return rows
}
