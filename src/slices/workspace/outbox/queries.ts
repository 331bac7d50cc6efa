import { sql } from 'kysely'
import { defineAbsence } from '../../../kernel/errors.ts'
import type { ListQuery, Page } from '../../../kernel/page.ts'
import type { Ctx } from '../../../platform/context.ts'
import { escapeLike } from '../../../platform/list/filter.ts'
import { listPage } from '../../../platform/list/list.ts'
import { mailStatuses, type Mail, type MailRow } from './schema.ts'

const noMail = defineAbsence('outbox.no-mail', 'mail')

// While a mail waits, the column sent_at tells when it is tried next.
const select = sql`o.id, o.to_address as "to", o.subject, o.status, o.error, o.attempts, o.created_at,
  case when o.status = 'sent' then o.sent_at end as sent_at`

export function listMail(ctx: Ctx, query: ListQuery): Promise<Page<MailRow>> {
  return listPage(ctx, query, {
    alias: 'o',
    from: sql`outgoing_mail o`,
    select,
    columns: {
      createdAt: { type: 'time', sql: sql`o.created_at`, isSortable: true },
      status: { type: 'choice', sql: sql`o.status`, choices: mailStatuses },
      to: { type: 'text', sql: sql`lower(o.to_address)` },
    },
    search: q => {
      const part = '%' + escapeLike(q.toLowerCase()) + '%'
      return sql<boolean>`(lower(o.to_address) like ${part} or lower(o.subject) like ${part})`
    },
  })
}

export async function getMail(ctx: Ctx, id: string): Promise<Mail> {
  const { rows } = await sql<Mail>`
    select ${select}, o.text from outgoing_mail o
    where o.workspace_id = ${ctx.workspaceId} and o.id = ${id}`.execute(ctx.db)
  return noMail.unless(rows[0])
}
