import { sql } from 'kysely'
import { z } from 'zod'
import { id, type WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
import type { Reaction } from '../../../platform/events/reaction.ts'
import { addJob } from '../../../platform/jobs/add-job.ts'
import { defineJob, type Job } from '../../../platform/jobs/jobs.ts'

type Tagged = 'contacts' | 'companies'

const batchSize = 2000

/** What the slice that owns `table` does when a tag is deleted: takes it off its records in the background. */
export function takeDeletedTagsOff(table: Tagged): { reaction: Reaction; job: Job } {
  const name = `${table}.take-tag-off`
  return {
    reaction: {
      name,
      kinds: ['tag.deleted'],
      async handle(_app, tx, workspaceId, events) {
        for (const { subjectId } of events) await addJob(tx, name, { workspaceId, tagId: subjectId })
      },
    },
    job: defineJob({
      name,
      payload: z.object({ workspaceId: id, tagId: id }),
      async run(app, { workspaceId, tagId }, signal) {
        while ((await takeOff(app.db, table, workspaceId as WorkspaceId, tagId)) > 0) signal.throwIfAborted()
        if (await isOnAny(app.db, table, workspaceId as WorkspaceId, tagId))
          throw new Error(`Some ${table} are being changed; the tag comes off them at the next try.`)
      },
    }),
  }
}

/** One batch, passing over rows that someone is changing now. */
async function takeOff(db: Db, table: Tagged, workspaceId: WorkspaceId, tagId: string): Promise<number> {
  const result = await sql`
    update ${sql.table(table)} r set tag_ids = array_remove(r.tag_ids, ${tagId}::uuid)
    where r.workspace_id = ${workspaceId} and r.id in (
      select t.id from ${sql.table(table)} t where t.workspace_id = ${workspaceId} and t.tag_ids @> array[${tagId}::uuid]
      limit ${batchSize} for update skip locked)`.execute(db)
  return Number(result.numAffectedRows ?? 0)
}

async function isOnAny(db: Db, table: Tagged, workspaceId: WorkspaceId, tagId: string): Promise<boolean> {
  const { rows } =
    await sql`select from ${sql.table(table)} r where r.workspace_id = ${workspaceId} and r.tag_ids @> array[${tagId}::uuid] limit 1`.execute(
      db,
    )
  return rows.length > 0
}
