import { newId, type WorkspaceId } from '../../kernel/ids.ts'
import type { Db } from '../db/database.ts'
import { addJob } from '../jobs/add-job.ts'

export interface NewEvent {
  /** Past tense, `contact.created`. */
  kind: string
  contactId?: string | null
  companyId?: string | null
  /** Where customer and company met; with a contact it makes the event a touchpoint. */
  channel?: string | null
  subjectType?: string
  subjectId?: string
  occurredAt?: Date
  importId?: string | null
  /** The sender's own id of the event; a second one with the same key is ignored. */
  sourceKey?: string | null
  data?: Record<string, unknown>
}

export interface Recorder {
  workspaceId: WorkspaceId
  actor: { kind: string; memberId: string | null }
  now(): Date
}

export const deliveryShards = 8

/**
 * Writes `events` to the log in the caller's transaction, with one delivery job for each shard of contacts so that the
 * events of one contact are delivered in order. Returns the ids of the events that were new. `isSilent` writes the rows
 * only: the caller keeps facts itself (imports).
 */
export async function record(tx: Db, by: Recorder, events: NewEvent[], isSilent = false): Promise<string[]> {
  if (events.length === 0) return []
  const now = by.now()
  const rows = events.map(event => ({
    workspaceId: by.workspaceId as string,
    id: newId(now.getTime()),
    kind: event.kind,
    contactId: event.contactId ?? null,
    companyId: event.companyId ?? null,
    channel: event.channel ?? null,
    subjectType: event.subjectType ?? null,
    subjectId: event.subjectId ?? null,
    actorKind: by.actor.kind,
    actorId: by.actor.memberId,
    occurredAt: event.occurredAt ?? now,
    recordedAt: now,
    importId: event.importId ?? null,
    sourceKey: event.sourceKey ?? null,
    data: JSON.stringify(event.data ?? {}),
  }))
  let inserted = new Set(rows.map(row => row.id))
  for (let at = 0; at < rows.length; at += 1000) {
    const chunk = rows.slice(at, at + 1000)
    const statement = tx.insertInto('events').values(chunk)
    if (chunk.some(row => row.sourceKey !== null)) {
      const kept = await statement
        .onConflict(conflict =>
          conflict.columns(['workspaceId', 'sourceKey']).where('sourceKey', 'is not', null).doNothing(),
        )
        .returning('id')
        .execute()
      const ids = new Set(kept.map(row => row.id))
      inserted = new Set([...inserted].filter(id => ids.has(id) || !chunk.some(row => row.id === id)))
    } else {
      await statement.execute()
    }
  }
  if (!isSilent) {
    const shards = new Map<number, string[]>()
    for (const row of rows) {
      if (!inserted.has(row.id)) continue
      const shard = shardOf(row.contactId ?? row.companyId ?? row.id)
      shards.set(shard, [...(shards.get(shard) ?? []), row.id])
    }
    for (const [shard, eventIds] of shards) {
      await addJob(
        tx,
        'events.deliver',
        { workspaceId: by.workspaceId, batchId: newId(), eventIds },
        { queue: `events-${shard}` },
      )
    }
  }
  return rows.filter(row => inserted.has(row.id)).map(row => row.id)
}

function shardOf(id: string): number {
  return parseInt(id.slice(-4), 16) % deliveryShards
}
