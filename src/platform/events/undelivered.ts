import { sql, type RawBuilder } from 'kysely'
import type { WorkspaceId } from '../../kernel/ids.ts'

/**
 * Ids of the events that are in the log but that `reaction` has not handled yet, whether they wait or are parked.
 * Whoever computes something anew from the log leaves them out, because the reaction will still add them.
 */
export function undelivered(workspaceId: WorkspaceId, reaction: string): RawBuilder<unknown> {
  return sql`
    select unnest(b.event_ids) from event_batches b where b.workspace_id = ${workspaceId}
    union all
    select p.event_id from parked_events p where p.workspace_id = ${workspaceId} and p.reaction = ${reaction}`
}

/** How many events wait to be handed to the reactions. */
export function countWaiting(workspaceId: WorkspaceId): RawBuilder<number> {
  return sql`(select coalesce(sum(cardinality(b.event_ids)), 0)::int
    from event_batches b where b.workspace_id = ${workspaceId})`
}

/** How many events are parked in all workspaces. */
export const parkedCount = '(select count(*)::int from parked_events)'
