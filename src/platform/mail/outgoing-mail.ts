import { sql } from 'kysely'
import { newId, type WorkspaceId } from '../../kernel/ids.ts'
import type { App } from '../context.ts'
import { inTransaction, type Db, type Tenant } from '../db/database.ts'
import { addJob } from '../jobs/add-job.ts'
import { checkMessage } from './send-mail.ts'

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

/** Keeps a mail and has it sent once the caller's transaction commits. Returns its id. */
export async function queueMail(
  { app, db }: { app: App; db: Db },
  workspaceId: WorkspaceId,
  mail: NewMail,
): Promise<string> {
  const { to, subject, text, html = null, headers = {} } = mail
  checkMessage({ to: { name: null, address: to }, subject, headers })
  const id = newId()
  const messageId = `<${id}@${new URL(app.config.origin).hostname}>`
  await inTransaction({ db }, async ({ db }) => {
    await db
      .insertInto('outgoingMail')
      .values({
        workspaceId,
        id,
        toAddress: to,
        subject,
        text,
        html,
        headers: JSON.stringify(headers),
        messageId,
        createdAt: app.clock.now(),
      })
      .execute()
    await addJob(db, deliveryName, { workspaceId })
  })
  return id
}

/** Has a mail that failed or waits in the outbox sent after all; false when there is none such. */
export async function retryMail(tenant: Tenant, id: string): Promise<boolean> {
  return inTransaction(tenant, async tenant => {
    const { numUpdatedRows } = await tenant.db
      .updateTable('outgoingMail')
      .set({ status: 'waiting', attempts: 0, error: null, sentAt: null })
      .where(row => row.and({ workspaceId: tenant.workspaceId, id }))
      .where('status', 'in', ['outbox', 'failed'])
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await addJob(tenant.db, deliveryName, { workspaceId: tenant.workspaceId })
    return true
  })
}

/** Has all mail sent that was kept while there was no mail server. */
export async function sendKeptMail({ db, workspaceId }: Tenant): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('outgoingMail')
    .set({ status: 'waiting', attempts: 0 })
    .where(row => row.and({ workspaceId, status: 'outbox' }))
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await addJob(db, deliveryName, { workspaceId })
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
