import { sql } from 'kysely'
import type { Tenant } from '../db/database.ts'
import { liveChannel, type LiveMessage } from './live-hub.ts'
import type { RecordedEvent } from './reaction.ts'

export async function notifyLive(tenant: Tenant, events: RecordedEvent[]): Promise<void> {
  if (events.length === 0) return
  const ids = new Set<string>()
  for (const { contactId, companyId, subjectId, linkedId } of events)
    for (const id of [contactId, companyId, subjectId, linkedId]) if (id) ids.add(id)
  const kinds = new Set(events.map(event => event.kind))
  await tellLive(tenant, [...kinds], ids.size > 100 ? [] : [...ids])
}

/** Tells the open screens of a workspace, when the caller's transaction commits. */
export async function tellLive({ db, workspaceId }: Tenant, kinds: string[], ids: string[] = []): Promise<void> {
  const message: LiveMessage = { workspaceId, kinds, ids }
  await sql`select pg_notify(${liveChannel}, ${JSON.stringify(message)})`.execute(db)
}
