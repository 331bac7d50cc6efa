import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import type { App } from '../context.ts'
import { inTransaction, type Tenant } from '../db/database.ts'
import { insertRow, updateRows } from '../db/row.ts'
import { addJob } from '../jobs/add-job.ts'
import type { MailServer } from './mail-server.ts'
import { checkMessage, sendMail } from './send-mail.ts'

export interface NewMail {
  /** One address, without a name. */
  to: string
  subject: string
  text: string
  html?: string
  /** Beside those that every mail has, such as those of `unsubscribeHeaders`. */
  headers?: Record<string, string>
}

export const deliveryName = 'mail.send'

/** Says to autoresponders that nobody waits for their answer (RFC 3834). */
export const standardHeaders = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }

/** Sends a mail at once, kept by nobody. */
export function sendNow(app: App, server: MailServer, { to, subject, text }: NewMail, signal?: AbortSignal) {
  const message = { messageId: messageIdOf(app, newId()), to: { name: null, address: to }, subject, text, html: null }
  return sendMail(server, { ...message, headers: standardHeaders }, signal)
}

const messageIdOf = ({ config }: App, id: string) => `<${id}@${new URL(config.origin).hostname}>`

/** Keeps a mail and has it sent once the caller's transaction commits. Returns its id. */
export async function queueMail({ app, ...tenant }: Tenant & { app: App }, mail: NewMail): Promise<string> {
  const { to, subject, text, html = null, headers = {} } = mail
  checkMessage({ to: { name: null, address: to }, subject, headers })
  const id = newId()
  const row = {
    id,
    toAddress: to,
    subject,
    text,
    html,
    headers,
    messageId: messageIdOf(app, id),
    createdAt: app.clock.now(),
  }
  await inTransaction(tenant, async tenant => {
    await insertRow(tenant, 'outgoingMail', row)
    await addJob(tenant, deliveryName)
  })
  return id
}

/** Has a mail that failed or waits in the outbox sent after all; false when there is none such. */
export async function retryMail(tenant: Tenant, id: string): Promise<boolean> {
  return inTransaction(tenant, async tenant => {
    const again = { status: 'waiting', attempts: 0, error: null, sentAt: null }
    if ((await updateRows(tenant, 'outgoingMail', { id, status: ['outbox', 'failed'] }, again)) === 0) return false
    await addJob(tenant, deliveryName)
    return true
  })
}

/** Has all mail sent that was kept while there was no mail server. */
export async function sendKeptMail(tenant: Tenant): Promise<void> {
  const kept = await updateRows(tenant, 'outgoingMail', { status: 'outbox' }, { status: 'waiting', attempts: 0 })
  if (kept > 0) await addJob(tenant, deliveryName)
}

/** Whether a mail with this subject was written to this address, in lower case, after `since`. */
export async function wasMailed(
  { db, workspaceId }: Tenant,
  { to, subject }: Pick<NewMail, 'to' | 'subject'>,
  since: Date,
): Promise<boolean> {
  const { rows } = await sql`
    select from outgoing_mail where workspace_id = ${workspaceId} and lower(to_address) = ${to}
      and subject = ${subject} and created_at > ${since} limit 1`.execute(db)
  return rows.length > 0
}

/** Takes away all mail to these addresses, in lower case. */
export async function removeMailTo({ db, workspaceId }: Tenant, addresses: readonly string[]): Promise<void> {
  const removal = sql`
    delete from outgoing_mail where workspace_id = ${workspaceId} and lower(to_address) = any(${addresses}::text[])`
  await removal.execute(db)
}
