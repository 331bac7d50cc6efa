import { sql } from 'kysely'
import type { Ctx } from '../../../../platform/context.ts'
import { countGrown } from '../../../../platform/db/count-grown.ts'
import { inTransaction, type Tenant } from '../../../../platform/db/database.ts'
import { deleteRows } from '../../../../platform/db/row.ts'
import { refreshStale } from '../features/refresh.ts'
import { findSettings } from '../settings.ts'
import { openPairs, saveCandidates } from './candidates.ts'
import type { Progress } from './progress.ts'
import { scorePairs, type Scored } from './score-pairs.ts'
import { saveModel, scorerOf } from './stored-model.ts'

export interface ScoreCounts {
  people: number
  compared: number
  candidates: number
  /** Blocks that were too large to compare. */
  skipped: Scored['skipped']
}

const savedAtOnce = 1000

/** Compares the whole base: brings what is compared up to date, learns, scores, and leaves the pairs worth a look. */
export async function scoreAll(ctx: Ctx, runId: string | null, progress: Progress): Promise<ScoreCounts> {
  const { db } = ctx
  await progress.step('features')
  await countGrown(db, ['contacts', 'contact_facts', 'handles', 'companies'])
  await refreshStale(ctx, progress.done)
  // Everybody who waits is scored by this run; who changes meanwhile waits again.
  await deleteRows(ctx, 'identityWaiting', {})
  const before = await readKeys(ctx)
  const { reviewThreshold } = await findSettings(ctx)
  const scored = await inTransaction(ctx, ctx => scorePairs(ctx, reviewThreshold, progress))
  if (scored === null) return { people: 0, compared: 0, candidates: 0, skipped: [] }
  const { model, sample, pairs, compared, skipped } = scored
  await saveModel(ctx, runId, model, sample, ctx.now())
  const open = await openPairs(ctx, pairs)
  const all = [...open.values()]
  const scorer = scorerOf(model)
  await progress.step('saving', all.length)
  for (let at = 0; at < all.length; at += savedAtOnce) {
    const portion = all.slice(at, at + savedAtOnce)
    await inTransaction(ctx, ctx => saveCandidates(ctx, portion, scorer, ctx.now()))
    await progress.done(at)
  }
  await countGrown(db, ['identity_candidates'])
  const dropped = [...before].flatMap(([key, id]) => (open.has(key) ? [] : id))
  await deleteRows(ctx, 'identityCandidates', dropped)
  return { people: model.base.people, compared, candidates: all.length, skipped }
}

/** The ids of the candidates that a model has scored, by `aId bId`. */
async function readKeys({ db, workspaceId }: Tenant): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; aId: string; bId: string }>`
    select id, a_id, b_id from identity_candidates where workspace_id = ${workspaceId}
      and exists (select from identity_models m where m.workspace_id = ${workspaceId})`.execute(db)
  return new Map(rows.map(({ id, aId, bId }) => [`${aId} ${bId}`, id]))
}
