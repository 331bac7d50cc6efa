import { z } from 'zod'
import { id, newId, type WorkspaceId } from '../../../../kernel/ids.ts'
import { within, type Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { isRow } from '../../../../platform/db/row.ts'
import { addJob } from '../../../../platform/jobs/add-job.ts'
import { defineJob } from '../../../../platform/jobs/jobs.ts'
import type { Retention } from '../../../../platform/retention.ts'
import { systemCtx } from '../../../../platform/system-ctx.ts'
import { discardFile, findFilesBefore } from '../../files/public.ts'
import { findExpired } from '../retention.ts'
import { listWorkspaces } from '../../../../platform/workspaces.ts'

const batch = 500
const dayMs = 24 * 3600_000
export const retainJobName = 'privacy.retain'

/** Every night, where a rule is switched on; files of exports go when their time is over in any case. */
export const retainNightly = defineJob({
  name: 'privacy.retain-nightly',
  payload: z.object({}),
  schedule: '17 2 * * *',
  async run(app) {
    for (const workspace of await listWorkspaces(app.db)) {
      const ctx = await systemCtx(app, workspace.id)
      await dropExports(ctx)
      await inTransaction(app, ({ db }) => startRun(within(ctx, db)))
    }
  },
})

/** A run of the rules that are switched on; null where none is. */
export async function startRun(ctx: Ctx): Promise<string | null> {
  const enabled = await ctx.db
    .selectFrom('retentionRules')
    .select('kind')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('isEnabled', '=', true)
    .execute()
  if (enabled.length === 0) return null
  const runId = newId()
  await ctx.db
    .insertInto('retentionRuns')
    .values({ workspaceId: ctx.workspaceId, id: runId, createdAt: ctx.now() })
    .execute()
  await addJob(
    ctx.db,
    retainJobName,
    { workspaceId: ctx.workspaceId, runId },
    { key: `${retainJobName}:${ctx.workspaceId}` },
  )
  return runId
}

/** Takes away what is past its term, in batches that each stand for themselves; repeated, it takes what is left. */
export const retainJob = defineJob({
  name: retainJobName,
  payload: z.object({ workspaceId: id, runId: id }),
  async run(app, payload, signal) {
    const ctx = await systemCtx(app, payload.workspaceId as WorkspaceId)
    const { workspaceId } = ctx
    const run = await app.db
      .selectFrom('retentionRuns')
      .select(['createdAt', 'counts', 'finishedAt'])
      .where(isRow(workspaceId, payload.runId))
      .executeTakeFirst()
    if (!run || run.finishedAt !== null) return
    const rules = await app.db
      .selectFrom('retentionRules')
      .select(['kind', 'days'])
      .where('workspaceId', '=', workspaceId)
      .where('isEnabled', '=', true)
      .orderBy('kind')
      .execute()
    const counts = { ...(run.counts as Record<string, number>) }
    const save = (db: Ctx['db'], finishedAt: Date | null) =>
      db
        .updateTable('retentionRuns')
        .set({ counts: JSON.stringify(counts), finishedAt })
        .where(isRow(workspaceId, payload.runId))
        .execute()
    for (const { kind, days } of rules) {
      const retention = app.retention.find(found => found.kind === kind)
      if (!retention) continue
      const before = new Date(run.createdAt.getTime() - days * dayMs)
      counts[kind] ??= 0
      for (;;) {
        signal.throwIfAborted()
        const taken = await inTransaction(app, async ({ db }) => {
          const count = await takeBatch(within(ctx, db), retention, before)
          counts[kind]! += count
          await save(db, null)
          return count
        })
        if (taken < batch) break
      }
    }
    await save(app.db, ctx.now())
  },
})

async function takeBatch(ctx: Ctx, kind: Retention, before: Date): Promise<number> {
  const ids = await findExpired(ctx, kind, before, batch)
  await kind.remove(ctx, ids)
  return ids.length
}

async function dropExports(ctx: Ctx): Promise<void> {
  const { app, workspaceId } = ctx
  const before = new Date(ctx.now().getTime() - 30 * dayMs)
  await inTransaction(app, async ({ db }) => {
    for (const fileId of await findFilesBefore({ db, workspaceId }, 'export', before, batch)) {
      await db
        .updateTable('privacyRequests')
        .set({ fileId: null })
        .where('workspaceId', '=', workspaceId)
        .where('fileId', '=', fileId)
        .execute()
      await discardFile({ db, workspaceId }, fileId)
    }
  })
}
