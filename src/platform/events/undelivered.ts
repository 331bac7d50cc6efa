import { sql, type RawBuilder } from 'kysely'
import type { WorkspaceId } from '../../kernel/ids.ts'

/**
 * Ids of the events that are in the log but that `reaction` has not handled yet, parked ones among them. Whoever computes
 * something anew from the log leaves them out, because the reaction will still add them.
 */
export function undelivered(workspaceId: WorkspaceId, reaction: string): RawBuilder<unknown> {
  return sql`
    select waiting.id::uuid
    from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id and t.identifier = 'events.deliver',
      json_array_elements_text(j.payload -> 'eventIds') as waiting (id)
    where j.payload ->> 'workspaceId' = ${workspaceId} and not exists (
      select from reaction_receipts done where done.workspace_id = ${workspaceId}
        and done.batch_id = (j.payload ->> 'batchId')::uuid and done.reaction = ${reaction})
    union all
    select parked.event_id from parked_events parked where parked.workspace_id = ${workspaceId} and parked.reaction = ${reaction}`
}
