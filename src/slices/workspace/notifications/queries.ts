import { sql } from 'kysely'
import type { ListQuery, Page } from '../../../kernel/page.ts'
import type { Ctx } from '../../../platform/context.ts'
import { listPage, type ListSpec } from '../../../platform/list/list.ts'
import type { Notification } from './schema.ts'

export async function listNotifications(ctx: Ctx, query: ListQuery): Promise<Page<Notification>> {
  const spec: ListSpec = {
    from: sql`notifications n`,
    select: sql`n.id, n.kind, n.title, n.link, n.created_at, n.read_at`,
    where: [sql<boolean>`n.workspace_id = ${ctx.workspaceId} and n.member_id = ${ctx.actor.memberId}`],
    id: sql`n.id`,
    columns: {
      createdAt: { type: 'time', sql: sql`n.created_at`, isSortable: true },
      readAt: { type: 'time', sql: sql`n.read_at` },
      kind: { type: 'text', sql: sql`n.kind` },
    },
    defaultSort: '-createdAt',
  }
  return listPage<Notification>(ctx.db, spec, query)
}

export async function countUnread(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ unread: number }>`select count(*) as unread from (
    select from notifications n where n.workspace_id = ${ctx.workspaceId} and n.member_id = ${ctx.actor.memberId} and n.read_at is null limit 99) unread`.execute(
    ctx.db,
  )
  return rows[0]!.unread
}
