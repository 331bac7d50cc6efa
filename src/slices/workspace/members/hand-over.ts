import { sql } from 'kysely'
import { z } from 'zod'
import { id, type WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
import type { Reaction } from '../../../platform/events/reaction.ts'
import { addJob } from '../../../platform/jobs/add-job.ts'
import { defineJob, type Job } from '../../../platform/jobs/jobs.ts'

type Owned = 'contacts' | 'companies' | 'tasks'

/** What still needs an owner. Who did a task that is done stays in sight. */
const owned: Record<Owned, { owner: string; isOpen: string }> = {
  contacts: { owner: 'owner_id', isOpen: 'true' },
  companies: { owner: 'owner_id', isOpen: 'true' },
  tasks: { owner: 'assignee_id', isOpen: 'done_at is null' },
}

const batchSize = 2000

/** What the slice that owns `table` does when a member is removed: their records get the heir as owner, or nobody. */
export function handOverRecords(table: Owned): { reaction: Reaction; job: Job } {
  const name = `${table}.hand-over`
  return {
    reaction: {
      name,
      kinds: ['member.removed'],
      async handle(_app, tx, workspaceId, events) {
        for (const { subjectId, data } of events) {
          await addJob(tx, name, { workspaceId, memberId: subjectId, heirId: data['reassignTo'] ?? null })
        }
      },
    },
    job: defineJob({
      name,
      payload: z.object({ workspaceId: id, memberId: id, heirId: id.nullable() }),
      async run(app, { workspaceId, memberId, heirId }, signal) {
        while ((await handOver(app.db, table, workspaceId as WorkspaceId, memberId, heirId)) > 0)
          signal.throwIfAborted()
      },
    }),
  }
}

/** One batch. Waits for rows that someone is changing now, so that none is left behind. */
async function handOver(
  db: Db,
  table: Owned,
  workspaceId: WorkspaceId,
  memberId: string,
  heirId: string | null,
): Promise<number> {
  const owner = sql.ref(owned[table].owner)
  const result = await sql`
    update ${sql.table(table)} r set ${owner} = ${heirId}::uuid
    where r.workspace_id = ${workspaceId} and r.id in (
      select o.id from ${sql.table(table)} o where o.workspace_id = ${workspaceId} and ${owner} = ${memberId}::uuid and ${sql.raw(owned[table].isOpen)}
      order by o.id limit ${batchSize} for update)`.execute(db)
  return Number(result.numAffectedRows ?? 0)
}
