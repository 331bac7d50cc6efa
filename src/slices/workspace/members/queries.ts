import { sql } from 'kysely'
import type { Page } from '../../../kernel/page.ts'
import { roles } from '../../../kernel/permissions.ts'
import type { Ctx } from '../../../platform/context.ts'
import { escapeLike, type ListColumn } from '../../../platform/list/filter.ts'
import { listPage } from '../../../platform/list/list.ts'
import type { Invitation, Member, MemberListQuery } from './schema.ts'
import { readTwoFactor } from '../../../platform/auth/users.ts'
import { joinMember } from './joins.ts'
import { noMember } from './store.ts'
import { teamIdsOf } from '../teams/public.ts'

const columns: Record<string, ListColumn> = {
  name: { type: 'text', sql: sql`lower(m.name)`, isSortable: true },
  email: { type: 'text', sql: sql`lower(m.email)`, isSortable: true },
  role: { type: 'choice', sql: sql`m.role`, choices: roles },
  createdAt: { type: 'time', sql: sql`m.created_at`, isSortable: true },
}

const select = sql`m.id, m.name, m.email, m.role, m.job_title, m.avatar_file_id, m.user_id, m.created_at, m.removed_at,
  ${teamIdsOf('m.id')} as team_ids`

type Row = Omit<Member, 'hasAccount' | 'isTwoFactorOn'> & { userId: string | null }

const wanted = {
  active: sql<boolean>`m.removed_at is null`,
  removed: sql<boolean>`m.removed_at is not null`,
  all: sql<boolean>`true`,
}

export async function listMembers(ctx: Ctx, { status, ...query }: MemberListQuery): Promise<Page<Member>> {
  const found = await listPage<Row>(ctx, query, {
    alias: 'm',
    from: sql`members m`,
    select,
    where: [wanted[status]],
    columns,
    defaultSort: 'name',
    search: q => {
      const part = '%' + escapeLike(q.toLowerCase()) + '%'
      return sql<boolean>`(lower(m.name) like ${part} or lower(m.email) like ${part})`
    },
  })
  return { ...found, items: await withAccounts(ctx, found.items) }
}

export async function getMember(ctx: Ctx, id: string): Promise<Member> {
  const { rows } = await sql<Row>`
    select ${select} from members m where m.workspace_id = ${ctx.workspaceId} and m.id = ${id}`.execute(ctx.db)
  const [found] = await withAccounts(ctx, rows)
  return noMember.unless(found)
}

async function withAccounts(ctx: Ctx, rows: Row[]): Promise<Member[]> {
  const userIds = rows.flatMap(row => row.userId ?? [])
  const factors = await readTwoFactor(ctx.db, userIds)
  return rows.map(({ userId, ...row }) => ({
    ...row,
    hasAccount: userId !== null,
    isTwoFactorOn: userId !== null && factors.get(userId) === true,
  }))
}

export async function listInvitations(ctx: Ctx, id?: string): Promise<Invitation[]> {
  const { rows } = await sql<Invitation>`
    select i.id, i.email, i.role, i.team_ids, i.invited_by, m.name as invited_by_name, i.created_at, i.expires_at,
      i.expires_at <= ${ctx.now()} as is_expired
    from invitations i ${joinMember('i.invited_by')}
    where i.workspace_id = ${ctx.workspaceId} and i.accepted_at is null and i.revoked_at is null
      and (${id ?? null}::uuid is null or i.id = ${id ?? null}::uuid)
    order by i.created_at desc limit 500`.execute(ctx.db)
  return rows
}
