import type { Selectable } from 'kysely'
import type { WorkspaceId } from '../../kernel/ids.ts'
import type { App } from '../context.ts'
import { inTransaction, type Tenant } from '../db/database.ts'
import type { OutgoingMail } from '../db/tables.gen.ts'
import { lockWorkspace } from '../workspaces.ts'

/**
 * While a mail waits, `sentAt` is the time before which nobody may send it: the pause before another attempt, or, with
 * no error noted, the time that whoever is sending it now has at most. Afterwards it is when the mail was sent.
 */
const claimMs = 2 * 60_000

const columns = ['id', 'messageId', 'toAddress', 'subject', 'text', 'html', 'headers', 'attempts'] as const
export type ClaimedMail = Pick<Selectable<OutgoingMail>, (typeof columns)[number]>

/**
 * The oldest mail that is due, counted as attempted and kept from others; or until when somebody else may be sending one
 * of the workspace; or null when nothing is due.
 */
export function claimMail(app: App, workspaceId: WorkspaceId): Promise<ClaimedMail | { busyUntil: Date } | null> {
  const now = app.clock.now()
  return inTransaction(app, async ({ db }) => {
    await lockWorkspace({ db, workspaceId })
    const busyUntil = await findBusyUntil({ db, workspaceId }, now)
    if (busyUntil) return { busyUntil }
    const due = await db
      .selectFrom('outgoingMail')
      .select('id')
      .where(row => row.and({ workspaceId, status: 'waiting' }))
      .where(row => row.or([row('sentAt', 'is', null), row('sentAt', '<=', now)]))
      .orderBy('createdAt')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    if (!due) return null
    return db
      .updateTable('outgoingMail')
      .set(row => ({ attempts: row('attempts', '+', 1), error: null, sentAt: new Date(now.getTime() + claimMs) }))
      .where(row => row.and({ workspaceId, id: due.id }))
      .returning(columns)
      .executeTakeFirstOrThrow()
  })
}

async function findBusyUntil({ db, workspaceId }: Tenant, now: Date): Promise<Date | null> {
  const row = await db
    .selectFrom('outgoingMail')
    .select('sentAt')
    .where(row => row.and({ workspaceId, status: 'waiting' }))
    .where('error', 'is', null)
    .where('sentAt', '>', now)
    .limit(1)
    .executeTakeFirst()
  return row?.sentAt ?? null
}

export async function settleMail(
  app: App,
  workspaceId: WorkspaceId,
  id: string,
  values: { status: 'waiting' | 'outbox' | 'sent' | 'failed'; error: string | null; sentAt: Date | null },
): Promise<void> {
  await app.db
    .updateTable('outgoingMail')
    .set(values)
    .where(row => row.and({ workspaceId, id }))
    .execute()
}

/** When the next mail of the workspace is due; null when none waits. */
export async function findDue(app: App, workspaceId: WorkspaceId): Promise<Date | null> {
  const row = await app.db
    .selectFrom('outgoingMail')
    .select('sentAt')
    .where(row => row.and({ workspaceId, status: 'waiting' }))
    .orderBy('sentAt', order => order.asc().nullsFirst())
    .limit(1)
    .executeTakeFirst()
  return row ? (row.sentAt ?? app.clock.now()) : null
}
