import { sql } from 'kysely'
import { notFound } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Page } from '../../../kernel/page.ts'
import { roles } from '../../../kernel/permissions.ts'
import type { Ctx } from '../../../platform/context.ts'
import { escapeLike, type ListColumn } from '../../../platform/list/filter.ts'
import { listPage, type ListSpec } from '../../../platform/list/list.ts'
import type { Invitation, Member, MemberListQuery } from './schema.ts'
import { readTwoFactor } from '../../../platform/auth/users.ts'
import { teamIdsOf } from '../teams/public.ts'

const words = defineMessages('members.queries', {
  noMember: 'There is no such member, or you may not see it.',
})

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
  const spec: ListSpec = {
    from: sql`members m`,
    select,
    where: [sql<boolean>`m.workspace_id = ${ctx.workspaceId}`, wanted[status]],
    id: sql`m.id`,
    columns,
    defaultSort: 'name',
    search: q => {
      const part = '%' + escapeLike(q.toLowerCase()) + '%'
      return sql<boolean>`(lower(m.name) like ${part} or lower(m.email) like ${part})`
    },
  }
  const found = await listPage<Row>(ctx.db, spec, query)
  return { ...found, items: await withAccounts(ctx, found.items) }
}

export async function getMember(ctx: Ctx, id: string): Promise<Member> {
  const { rows } =
    await sql<Row>`select ${select} from members m where m.workspace_id = ${ctx.workspaceId} and m.id = ${id}`.execute(
      ctx.db,
    )
  const [found] = await withAccounts(ctx, rows)
  if (!found) throw notFound(say(words, 'noMember'))
  return found
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
  const now = ctx.now()
  const rows = await ctx.db
    .selectFrom('invitations as i')
    .leftJoin('members as m', join =>
      join.onRef('m.workspaceId', '=', 'i.workspaceId').onRef('m.id', '=', 'i.invitedBy'),
    )
    .select([
      'i.id',
      'i.email',
      'i.role',
      'i.teamIds',
      'i.invitedBy',
      'm.name as invitedByName',
      'i.createdAt',
      'i.expiresAt',
    ])
    .where('i.workspaceId', '=', ctx.workspaceId)
    .where('i.acceptedAt', 'is', null)
    .where('i.revokedAt', 'is', null)
    .$if(id !== undefined, query => query.where('i.id', '=', id!))
    .orderBy('i.createdAt', 'desc')
    .limit(500)
    .execute()
  return rows.map(row => ({
    ...row,
    role: row.role as Invitation['role'],
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    isExpired: row.expiresAt <= now,
  }))
}
