import { sql } from 'kysely'
import type { ListQuery, Page } from '../../../kernel/page.ts'
import type { Ctx } from '../../../platform/context.ts'
import { findRows } from '../../../platform/db/row.ts'
import { listPage } from '../../../platform/list/list.ts'
import type { Notification } from './schema.ts'

export async function listNotifications(ctx: Ctx, query: ListQuery): Promise<Page<Notification>> {
  return listPage<Notification>(ctx, query, {
    alias: 'n',
    from: sql`notifications n`,
    select: sql`n.id, n.kind, n.title, n.link, n.created_at, n.read_at`,
    where: [sql<boolean>`n.member_id = ${ctx.actor.memberId}`],
    columns: {
      createdAt: { type: 'time', sql: sql`n.created_at`, isSortable: true },
      readAt: { type: 'time', sql: sql`n.read_at` },
      kind: { type: 'text', sql: sql`n.kind` },
    },
  })
}

export async function countUnread(ctx: Ctx): Promise<number> {
  const unread = { memberId: ctx.actor.memberId!, readAt: null }
  return (await findRows(ctx, 'notifications', ['id'], unread, sql`limit 99`)).length
}
