import { sql } from 'kysely'
import { z } from 'zod'
import { id } from '../../../kernel/ids.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import type { Reaction } from '../../../platform/events/reaction.ts'
import { addJob } from '../../../platform/jobs/add-job.ts'
import { defineWorkspaceJob } from '../../../platform/jobs/jobs.ts'
import type { RecordKind } from '../../../platform/record/record-kind.ts'
import { tagEvents } from './events.ts'

const name = 'tags.take-off'
const batchSize = 2000

/** A tag that was deleted comes off all records in the background, each kind by a job of its own. */
export const deletedTags: Reaction = {
  name,
  kinds: [tagEvents.deleted],
  async react(ctx, events) {
    for (const { subjectId: tagId } of events)
      for (const { table } of taggedKinds(ctx.app.records)) await addJob(ctx, name, { tagId, table })
  },
}

export const takeTagOff = defineWorkspaceJob({
  name,
  payload: { tagId: id, table: z.string() },
  async run(ctx, { tagId, ...payload }, signal) {
    const { table } = taggedKinds(ctx.app.records).find(kind => kind.table === payload.table)!
    while ((await takeOff(ctx, table, tagId)) > 0) signal.throwIfAborted()
    if (await isOnAny(ctx, table, tagId))
      throw new Error(`Some ${table} are being changed; the tag comes off them at the next try.`)
  },
})

/** The kinds whose records carry tags. They come off when a tag is deleted. */
export function taggedKinds(records: readonly RecordKind[]): RecordKind[] {
  return records.filter(({ columns = {} }) => 'tagIds' in columns)
}

/** One batch, passing over rows that someone is changing now. */
async function takeOff({ db, workspaceId }: Tenant, table: string, tagId: string): Promise<number> {
  const result = await sql`
    update ${sql.table(table)} r set tag_ids = array_remove(r.tag_ids, ${tagId}::uuid)
    where r.workspace_id = ${workspaceId} and r.id in (
      select t.id from ${sql.table(table)} t where t.workspace_id = ${workspaceId} and t.tag_ids @> array[${tagId}::uuid]
      limit ${batchSize} for update skip locked)`.execute(db)
  return Number(result.numAffectedRows ?? 0)
}

async function isOnAny({ db, workspaceId }: Tenant, table: string, tagId: string): Promise<boolean> {
  const carriers = sql`
    select from ${sql.table(table)} r where r.workspace_id = ${workspaceId} and r.tag_ids @> array[${tagId}::uuid] limit 1`
  return (await carriers.execute(db)).rows.length > 0
}
