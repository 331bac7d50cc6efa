import { sql } from 'kysely'
import { id } from '../../../kernel/ids.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { updateRows } from '../../../platform/db/row.ts'
import { tellLive } from '../../../platform/events/live.ts'
import { defineWorkspaceJob } from '../../../platform/jobs/jobs.ts'
import { undoingJobName } from './commands/start-undoing.ts'
import { unmergeContacts } from './commands/unmerge-contacts.ts'
import { readUndoing } from './undoings.ts'

const batchSize = 500

/** Takes many merges back, newest first; each batch is kept, so that it goes on after a crash. */
export const undoMany = defineWorkspaceJob({
  name: undoingJobName,
  payload: { undoingId: id },
  async run(ctx, { undoingId }, signal) {
    for (let last: string | null = null; ;) {
      signal.throwIfAborted()
      const next: string | null = await inTransaction(ctx, async ctx => {
        const undoing = await readUndoing(ctx, undoingId)
        if (!undoing || undoing.status === 'done') return null
        const { rows } = await sql<{ id: string }>`
          select m.id from merges m
          where m.workspace_id = ${ctx.workspaceId} and m.undone_at is null and m.created_at < ${undoing.until} and (${last}::uuid is null or m.id < ${last})
            and (${undoing.how}::text is null or m.how = ${undoing.how}) and (${undoing.since}::timestamptz is null or m.created_at >= ${undoing.since})
          order by m.id desc limit ${batchSize}`.execute(ctx.db)
        const ids = rows.map(row => row.id)
        const by = { ...ctx, actor: { ...ctx.actor, memberId: undoing.memberId } }
        const undone = await unmergeContacts(by, ids)
        const isDone = ids.length < batchSize
        await updateRows(ctx, 'mergeUndoings', undoingId, {
          status: isDone ? 'done' : 'running',
          done: undoing.done + undone.length,
          skipped: undoing.skipped + ids.length - undone.length,
          ...(isDone ? { finishedAt: ctx.now() } : {}),
        })
        await tellLive(ctx, ['merges.undoing'], [undoingId])
        return isDone ? null : ids.at(-1)!
      })
      if (next === null) return
      last = next
    }
  },
})
