import { sql } from 'kysely'
import { AppError } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { insertRow } from '../../../../platform/db/row.ts'
import { addJob } from '../../../../platform/jobs/add-job.ts'
import type { How } from '../merge.ts'
import type { Undoing } from '../schema.ts'
import { toUndoing } from '../undoings.ts'

const words = defineMessages('merges.start-undoing', {
  seesAllOnly: 'Only somebody who sees all contacts can undo many merges at once.',
})

export const undoingJobName = 'merges.undo'

/** Begins to take back all merges of a kind that were made since a time. */
export async function startUndoing(ctx: Ctx, { how, since }: { how?: How; since?: string }): Promise<Undoing> {
  if (ctx.actor.recordRule !== 'all') throw new AppError('forbidden', say(words, 'seesAllOnly'))
  return inTransaction(ctx, async ctx => {
    const id = newId()
    // Merges of this very millisecond are meant too.
    const until = new Date(ctx.now().getTime() + 1)
    const from = since === undefined ? null : new Date(since)
    const { rows } = await sql<{ total: number }>`
      select count(*)::int as total from merges m
      where m.workspace_id = ${ctx.workspaceId} and m.undone_at is null and m.created_at < ${until}
        and (${how ?? null}::text is null or m.how = ${how ?? null})
        and (${from}::timestamptz is null or m.created_at >= ${from})`.execute(ctx.db)
    const undoing = {
      id,
      how: how ?? null,
      since: from,
      until,
      status: 'waiting' as const,
      done: 0,
      skipped: 0,
      total: rows[0]!.total,
      error: null,
      memberId: ctx.actor.memberId,
      createdAt: ctx.now(),
      finishedAt: null,
    }
    await insertRow(ctx, 'mergeUndoings', undoing)
    await addJob(ctx, undoingJobName, { undoingId: id })
    await audit(ctx, {
      action: 'merges.undone',
      subjectType: 'merge-undoing',
      subjectId: id,
      detail: { how: how ?? null, since: since ?? null, total: undoing.total },
    })
    return toUndoing(undoing)
  })
}
