import { sql } from 'kysely'
import type { Ctx } from '../../../../platform/context.ts'
import { silent } from './progress.ts'
import { scoreAll } from './score-all.ts'
import { scoreSome } from './score-changed.ts'
import { findModel } from './stored-model.ts'

interface Limits {
  /** Up to so many people, the base is compared as a whole without being asked: it takes a second or two. */
  fewPeople: number
  /** Where more changed at once, comparing the whole base is cheaper. */
  manyChanged: number
  mostComparedUnasked: number
}

const usual: Limits = { fewPeople: 5000, manyChanged: 2000, mostComparedUnasked: 100_000 }

/** Scores some of those that wait, or everybody where that is cheaper by now; answers whether there was anybody to score. */
export async function scoreNext(ctx: Ctx, signal: AbortSignal, limits: Limits = usual): Promise<boolean> {
  signal.throwIfAborted()
  const model = await findModel(ctx)
  const { people, waiting, isRunning } = await count(ctx, limits)
  if (isRunning || waiting === 0) return false
  const isOutgrown = people <= limits.fewPeople && people > 2 * (model?.base.people ?? 0)
  const isMuch = model !== null && waiting > limits.manyChanged && people <= limits.mostComparedUnasked
  if (!isOutgrown && !isMuch) return model !== null && (await scoreSome(ctx, model)) > 0
  await scoreAll(ctx, null, { ...silent, done: async () => signal.throwIfAborted() })
  return true
}

interface State {
  people: number
  waiting: number
  isRunning: boolean
}

async function count({ db, workspaceId }: Ctx, { mostComparedUnasked, manyChanged }: Limits): Promise<State> {
  const { rows } = await sql<State>`
    select (select count(*) from (select from identity_features where workspace_id = ${workspaceId} limit ${mostComparedUnasked + 1}) few) as people,
      (select count(*) from (select from identity_waiting where workspace_id = ${workspaceId} limit ${manyChanged + 1}) few) as waiting,
      exists (select from identity_runs where workspace_id = ${workspaceId}
      and kind = 'score' and status in ('waiting', 'running')) as is_running`.execute(db)
  return rows[0]!
}
