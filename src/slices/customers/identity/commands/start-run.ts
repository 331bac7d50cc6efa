import { sql } from 'kysely'
import { AppError } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { findRow, insertRow, updateRows } from '../../../../platform/db/row.ts'
import { tellLive } from '../../../../platform/events/live.ts'
import { addJob } from '../../../../platform/jobs/add-job.ts'
import { noRun } from '../queries/runs.ts'
import { requireAll } from '../../../../platform/list/visible.ts'

const words = defineMessages('identity.start-run', {
  comparing: 'The contacts are being compared already. Wait for it, or cancel it.',
  joining: 'Pairs are being joined already. Wait for it, or cancel it.',
  runEnded: 'This run has ended already.',
})

export const scoreJobName = 'identity.score'
export const joinJobName = 'identity.join'

const kinds = {
  score: { job: scoreJobName, busy: 'comparing' },
  join: { job: joinJobName, busy: 'joining' },
} as const

/** Begins to compare all contacts, or to join those found before; one of a kind at a time. Returns the run. */
export async function startRun(
  ctx: Ctx,
  kind: keyof typeof kinds,
  counts: Record<string, unknown> = {},
): Promise<string> {
  requireAll(ctx)
  const { job, busy } = kinds[kind]
  return inTransaction(ctx, async ctx => {
    const running = await findRow(ctx, 'identityRuns', ['id'], { kind, status: ['waiting', 'running'] })
    if (running) throw new AppError('conflict', say(words, busy), { runId: running.id })
    const id = newId()
    await insertRow(ctx, 'identityRuns', {
      id,
      kind,
      counts,
      memberId: ctx.actor.memberId,
      createdAt: ctx.now(),
    })
    await audit(ctx, {
      action: kind === 'score' ? 'identity.run-started' : 'identity.join-started',
      subjectType: 'identity-run',
      subjectId: id,
      detail: counts,
    })
    await addJob(ctx, job, { runId: id }, { maxAttempts: 1000 })
    return id
  })
}

/** Its job stops at the next step. */
export async function cancelRun(ctx: Ctx, id: string): Promise<void> {
  requireAll(ctx)
  await inTransaction(ctx, async ctx => {
    const found = noRun.unless(await findRow(ctx, 'identityRuns', ['status'], id, sql`for update`))
    if (found.status !== 'waiting' && found.status !== 'running')
      throw new AppError('conflict', say(words, 'runEnded'), { status: found.status })
    await updateRows(ctx, 'identityRuns', id, { status: 'cancelled', finishedAt: ctx.now() })
    await audit(ctx, { action: 'identity.run-cancelled', subjectType: 'identity-run', subjectId: id })
    await tellLive(ctx, ['identity.finished'], [id])
  })
}
