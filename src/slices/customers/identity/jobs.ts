import { sql } from 'kysely'
import { z } from 'zod'
import { id, type WorkspaceId } from '../../../kernel/ids.ts'
import { defineMessages, refusal } from '../../../kernel/messages.ts'
import type { App, Ctx } from '../../../platform/context.ts'
import { updateRows } from '../../../platform/db/row.ts'
import { isPassing } from '../../../platform/passing.ts'
import { tellLive } from '../../../platform/events/live.ts'
import { defineJob } from '../../../platform/jobs/jobs.ts'
import { systemCtx } from '../../../platform/system-ctx.ts'
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

const runPayload = z.object({ workspaceId: id, runId: id })

export const scoreRun = defineJob({
  name: scoreJobName,
  payload: runPayload,
  async run(app, { workspaceId, runId }, signal) {
    await runWatched(app, workspaceId as WorkspaceId, runId, signal, async progress => {
      const counts = await scoreAll(app, workspaceId as WorkspaceId, runId, progress)
      return { ...counts, ...(await joinAutomatically(app, workspaceId as WorkspaceId, runId, progress)) }
    })
    await scoreWaiting({ db: app.db, workspaceId: workspaceId as WorkspaceId })
  },
})

export const joinRun = defineJob({
  name: joinJobName,
  payload: runPayload,
  run: (app, { workspaceId, runId }, signal) =>
    runWatched(app, workspaceId as WorkspaceId, runId, signal, async (progress, { counts, memberId }) => {
      const ctx = await systemCtx(app, workspaceId as WorkspaceId)
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
  app: App,
  workspaceId: WorkspaceId,
  runId: string,
  signal: AbortSignal,
  work: (progress: Progress, run: Run) => Promise<Record<string, unknown>>,
): Promise<void> {
  const now = () => app.clock.now()
  const { rows } = await sql<Run>`
    update identity_runs set status = 'running', started_at = coalesce(started_at, ${now()})
    where workspace_id = ${workspaceId}
    and id = ${runId} and status in ('waiting', 'running') returning counts, member_id`.execute(app.db)
  if (!rows[0]) return
  const began = performance.now()
  const end = async (status: 'done' | 'failed', changes: object) => {
    const run = { id: runId, status: 'running' }
    await updateRows({ db: app.db, workspaceId }, 'identityRuns', run, { status, finishedAt: now(), ...changes })
    await tellLive(app.db, { workspaceId, kinds: ['identity.finished'], ids: [runId] })
  }
  try {
    const found = await work(progressOf(app, workspaceId, runId, signal), rows[0])
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
export const scoreChanged = defineJob({
  name: scoreChangedJobName,
  payload: z.object({ workspaceId: id }),
  async run(app, payload, signal) {
    const workspaceId = payload.workspaceId as WorkspaceId
    const hadCandidates = await hasCandidates(app, workspaceId)
    if (!(await scoreNext(app, workspaceId, signal))) return
    while (await scoreNext(app, workspaceId, signal));
    await joinAutomatically(app, workspaceId, null, silent)
    if (hadCandidates || (await hasCandidates(app, workspaceId)))
      await tellLive(app.db, { workspaceId, kinds: ['identity.finished'], ids: [] })
  },
})

async function hasCandidates(app: App, workspaceId: WorkspaceId): Promise<boolean> {
  const { rows } = await sql`select from identity_candidates
    where workspace_id = ${workspaceId} limit 1`.execute(app.db)
  return rows.length > 0
}

/** Catches up with an import, which tells of its contacts as a whole. */
export const refresh = defineJob({
  name: refreshJobName,
  payload: z.object({ workspaceId: id }),
  async run(app, payload, signal) {
    const workspaceId = payload.workspaceId as WorkspaceId
    await refreshStale({ db: app.db, workspaceId }, async (_count, tx, changed) => {
      signal.throwIfAborted()
      await wait({ db: tx, workspaceId }, changed)
    })
  },
})

/** Joins without being asked where the workspace wants that. */
async function joinAutomatically(
  app: App,
  workspaceId: WorkspaceId,
  runId: string | null,
  progress: Progress,
): Promise<{ joined?: number }> {
  const { isAutomatic, autoThreshold } = await findSettings({ db: app.db, workspaceId })
  if (!isAutomatic) return {}
  const ctx: Ctx = await systemCtx(app, workspaceId)
  const { joined } = await joinAbove(ctx, autoThreshold, runId, progress)
  return { joined }
}
