import { sql } from 'kysely'
import type { Db, Tenant } from '../db/database.ts'
import { liveChannel, type LiveMessage } from './live-hub.ts'
import type { RecordedEvent } from './reaction.ts'

export async function notifyLive({ db, workspaceId }: Tenant, events: RecordedEvent[]): Promise<void> {
  if (events.length === 0) return
  const ids = new Set<string>()
  for (const { contactId, companyId, subjectId, linkedId } of events)
    for (const id of [contactId, companyId, subjectId, linkedId]) if (id) ids.add(id)
  await tellLive(db, {
    workspaceId,
    kinds: [...new Set(events.map(event => event.kind))],
    ids: ids.size > 100 ? [] : [...ids],
  })
}

/** Tells the open screens of a workspace, when the caller's transaction commits. */
export async function tellLive(db: Db, message: LiveMessage): Promise<void> {
  await sql`select pg_notify(${liveChannel}, ${JSON.stringify(message)})`.execute(db)
}
