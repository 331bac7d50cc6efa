import { sql } from 'kysely'
import { id, newId } from '../../../../kernel/ids.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { deleteRows, findRow, findRows, insertRow, updateRows, type Table } from '../../../../platform/db/row.ts'
import { addJob } from '../../../../platform/jobs/add-job.ts'
import { defineJob, defineWorkspaceJob } from '../../../../platform/jobs/jobs.ts'
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
  schedule: '17 2 * * *',
  async run(app) {
    for (const workspace of await listWorkspaces(app.db)) {
      const ctx = await systemCtx(app, workspace.id)
      await dropExports(ctx)
      await inTransaction(ctx, startRun)
    }
  },
})

/** A run of the rules that are switched on; null where none is. */
export async function startRun(ctx: Ctx): Promise<string | null> {
  if (!(await findRow(ctx, 'retentionRules', ['kind'], { isEnabled: true }))) return null
  const runId = newId()
  await insertRow(ctx, 'retentionRuns', { id: runId, createdAt: ctx.now() })
  await addJob(ctx, retainJobName, { runId }, { queue: `${retainJobName}:${ctx.workspaceId}` })
  return runId
}

/** Takes away what is past its term, in batches that each stand for themselves; repeated, it takes what is left. */
export const retainJob = defineWorkspaceJob({
  name: retainJobName,
  payload: { runId: id },
  async run(ctx, { runId }, signal) {
    const run = await findRow(ctx, 'retentionRuns', ['createdAt', 'counts', 'finishedAt'], runId)
    if (!run || run.finishedAt !== null) return
    const rules = await findRows(ctx, 'retentionRules', ['kind', 'days'], { isEnabled: true }, sql`order by kind`)
    const counts = { ...(run.counts as Record<string, number>) }
    const save = (ctx: Ctx, finishedAt: Date | null) => updateRows(ctx, 'retentionRuns', runId, { counts, finishedAt })
    for (const { kind, days } of rules) {
      const retention = ctx.app.retention.find(found => found.kind === kind)
      if (!retention) continue
      const before = new Date(run.createdAt.getTime() - days * dayMs)
      counts[kind] ??= 0
      for (;;) {
        signal.throwIfAborted()
        const taken = await inTransaction(ctx, async ctx => {
          const ids = await findExpired(ctx, retention, before, batch)
          await (retention.remove?.(ctx, ids) ?? deleteRows(ctx, retention.table as Table, ids))
          counts[kind]! += ids.length
          await save(ctx, null)
          return ids.length
        })
        if (taken < batch) break
      }
    }
    await save(ctx, ctx.now())
  },
})

async function dropExports(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.now().getTime() - 30 * dayMs)
  await inTransaction(ctx, async ctx => {
    for (const fileId of await findFilesBefore(ctx, 'export', before, batch)) {
      await updateRows(ctx, 'privacyRequests', { fileId }, { fileId: null })
      await discardFile(ctx, fileId)
    }
  })
}
