import { sql } from 'kysely'
import type { Ctx } from '../../../../platform/context.ts'
import { isRoot } from '../../contacts/public.ts'
import { precisionOf, thresholds, type Bucket } from '../precision.ts'
import type { PrecisionPoint } from '../schema.ts'
import { joinBoth } from './join-both.ts'

/** Both counted once, by the thresholds that they lie between. */
export async function getPrecision(ctx: Ctx): Promise<PrecisionPoint[]> {
  const bounds = sql`${[...thresholds]}::float8[]`
  const { rows } = await sql<Bucket>`
    select scored.bucket, scored.pairs, scored.sum, 0 as decided, 0 as same from (
      select width_bucket(k.probability, ${bounds}) as bucket, count(*) as pairs, sum(k.probability) as sum
      from identity_candidates k ${joinBoth('k')}
      where k.workspace_id = ${ctx.workspaceId} and ${isRoot('a')} and a.deleted_at is null and ${isRoot('b')} and b.deleted_at is null
      group by 1) scored
    union all
    select decided.bucket, 0, 0, decided.count, decided.same from (
      select width_bucket(d.probability, ${bounds}) as bucket, count(*) as count, count(*) filter (where d.verdict = 'same') as same
      from identity_decisions d where d.workspace_id = ${ctx.workspaceId} and d.probability is not null and d.member_id is not null
      group by 1) decided`.execute(ctx.db)
  return precisionOf(rows)
}
