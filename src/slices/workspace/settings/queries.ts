import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { hasColumn } from '../../../platform/record/record-kind.ts'
import { findRows } from '../../../platform/db/row.ts'
import { workspaceMail, type WorkspaceMail } from '../../../platform/mail/workspace-mail.ts'
import type { ExchangeRate, MailSettings, WorkspaceSettings } from './schema.ts'
import { readFurtherSettings } from './store.ts'

export async function getSettings(ctx: Ctx): Promise<WorkspaceSettings> {
  const row = await ctx.db
    .selectFrom('workspaces')
    .select(['id', 'name', 'country', 'currency', 'timeZone', 'locale', 'isDemo', 'createdAt'])
    .where('id', '=', ctx.workspaceId)
    .executeTakeFirstOrThrow()
  return { ...row, createdAt: row.createdAt.toISOString() }
}

export async function listExchangeRates(ctx: Ctx): Promise<ExchangeRate[]> {
  const columns = ['currency', 'rate', 'updatedAt'] as const
  const rows = await findRows(ctx, 'exchangeRates', columns, {}, sql`order by currency`)
  return rows.map(row => ({ ...row, updatedAt: row.updatedAt.toISOString() }))
}

export async function findMail(ctx: Ctx): Promise<WorkspaceMail | null> {
  const { mail } = await readFurtherSettings(ctx)
  return mail ? workspaceMail.parse(mail) : null
}

/** Without the password: it is written, never read. */
export async function getMailSettings(ctx: Ctx): Promise<MailSettings> {
  const mail = await findMail(ctx)
  const server = mail && {
    host: mail.host,
    port: mail.port,
    tls: mail.tls,
    user: mail.user,
    hasPassword: mail.password !== null,
    from: mail.from,
    dkim: mail.dkim ? { domain: mail.dkim.domain, selector: mail.dkim.selector, record: dkimRecord(mail.dkim) } : null,
  }
  return { own: server, hasInstanceServer: ctx.app.config.mail !== null }
}

/** What DNS must say so that receivers can check our signatures (RFC 6376, section 3.6). */
function dkimRecord({ domain, selector, publicKey }: NonNullable<WorkspaceMail['dkim']>) {
  return { name: `${selector}._domainkey.${domain}`, value: `v=DKIM1; k=rsa; p=${publicKey}` }
}

/** Whether amounts were counted in the workspace's currency already, which stays as it is from the first one on. */
export async function hasAmounts({ app, db, workspaceId }: Ctx): Promise<boolean> {
  const counted = app.records.filter(kind => hasColumn(kind, 'baseAmount'))
  const any = counted.map(
    ({ table }) => sql`(select from ${sql.table(table)} r where r.workspace_id = ${workspaceId} limit 1)`,
  )
  const { rows } = await sql`${sql.join(any, sql` union all `)}`.execute(db)
  return rows.length > 0
}
