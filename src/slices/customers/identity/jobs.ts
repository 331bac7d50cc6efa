import { sql } from 'kysely'
import { id } from '../../../kernel/ids.ts'
import { defineMessages, refusal } from '../../../kernel/messages.ts'
import type { Ctx } from '../../../platform/context.ts'
import { findRow, updateRows } from '../../../platform/db/row.ts'
import { isPassing } from '../../../platform/passing.ts'
import { tellLive } from '../../../platform/events/live.ts'
import { defineWorkspaceJob } from '../../../platform/jobs/jobs.ts'
import { joinJobName, scoreJobName } from './commands/start-run.ts'
import { refreshStale } from './features/refresh.ts'
import { refreshJobName, scoreChangedJobName, scoreWaiting } from './job-names.ts'
import { wait } from './reactions.ts'
import { joinAbove } from './scoring/join-above.ts'
import { Cancelled, progressOf, silent, type Progress } from './scoring/progress.ts'
import { scoreAll } from './scoring/score-all.ts'
import { scoreNext } from './scoring/score-next.ts'
import { findSettings } from './settings.ts'

const words = defineMessages('identity.jobs', {
  stopped:
    'The comparison stopped because of an error in Rapport. Start it again; if it fails once more, tell your administrator.',
})

export const scoreRun = defineWorkspaceJob({
  name: scoreJobName,
  payload: { runId: id },
  async run(ctx, { runId }, signal) {
    await runWatched(ctx, runId, signal, async progress => {
      const counts = await scoreAll(ctx, runId, progress)
      return { ...counts, ...(await joinAutomatically(ctx, runId, progress)) }
    })
    await scoreWaiting(ctx)
  },
})

export const joinRun = defineWorkspaceJob({
  name: joinJobName,
  payload: { runId: id },
  run: (ctx, { runId }, signal) =>
    runWatched(ctx, runId, signal, async (progress, { counts, memberId }) => {
      const probability = Number(counts['probability'] ?? 1)
      const by = memberId ? { ...ctx, actor: { ...ctx.actor, kind: 'member' as const, memberId } } : ctx
      return { ...(await joinAbove(by, probability, runId, progress)) }
    }),
})

interface Run {
  counts: Record<string, unknown>
  memberId: string | null
}

/** Runs what a run's row asks for, from the beginning after a crash, and writes into the row how it ended. */
async function runWatched(
  ctx: Ctx,
  runId: string,
  signal: AbortSignal,
  work: (progress: Progress, run: Run) => Promise<Record<string, unknown>>,
): Promise<void> {
  const { app, db, workspaceId, now } = ctx
  const { rows } = await sql<Run>`
    update identity_runs set status = 'running', started_at = coalesce(started_at, ${now()})
    where workspace_id = ${workspaceId}
    and id = ${runId} and status in ('waiting', 'running') returning counts, member_id`.execute(db)
  if (!rows[0]) return
  const began = performance.now()
  const end = async (status: 'done' | 'failed', changes: object) => {
    const run = { id: runId, status: 'running' }
    await updateRows(ctx, 'identityRuns', run, { status, finishedAt: now(), ...changes })
    await tellLive(ctx, ['identity.finished'], [runId])
  }
  try {
    const found = await work(progressOf(ctx, runId, signal), rows[0])
    const seconds = Number(((performance.now() - began) / 1000).toFixed(1))
    await end('done', { step: null, counts: { ...rows[0].counts, ...found, seconds } })
  } catch (error) {
    if (error instanceof Cancelled) return
    if (isPassing(error) || signal.aborted) throw error
    app.log.error({ err: error, runId }, 'a comparison of contacts failed')
    await end('failed', { error: refusal(words, 'stopped') })
  }
}

/**
 * Scores those that changed, within seconds; the first few people of a workspace are what its first model is made of. A run
 * that somebody started takes whoever waits with it, and has the rest scored when it ends.
 */
export const scoreChanged = defineWorkspaceJob({
  name: scoreChangedJobName,
  async run(ctx, _payload, signal) {
    const hadCandidates = await hasCandidates(ctx)
    if (!(await scoreNext(ctx, signal))) return
    while (await scoreNext(ctx, signal));
    await joinAutomatically(ctx, null, silent)
    if (hadCandidates || (await hasCandidates(ctx))) await tellLive(ctx, ['identity.finished'])
  },
})

async function hasCandidates(ctx: Ctx): Promise<boolean> {
  return (await findRow(ctx, 'identityCandidates', ['id'], {}, sql`limit 1`)) !== undefined
}

/** Catches up with an import, which tells of its contacts as a whole. */
export const refresh = defineWorkspaceJob({
  name: refreshJobName,
  run: (ctx, _payload, signal) =>
    refreshStale(ctx, async (_count, tenant, changed) => {
      signal.throwIfAborted()
      await wait(tenant, changed)
    }),
})

/** Joins without being asked where the workspace wants that. */
async function joinAutomatically(ctx: Ctx, runId: string | null, progress: Progress): Promise<{ joined?: number }> {
  const { isAutomatic, autoThreshold } = await findSettings(ctx)
  if (!isAutomatic) return {}
  const { joined } = await joinAbove(ctx, autoThreshold, runId, progress)
  return { joined }
}
