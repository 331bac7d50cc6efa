import { sql } from 'kysely'
import { passOf } from '../../../../models/linkage/blocking.ts'
import { weightOf } from '../../../../models/linkage/model.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction, type Tenant } from '../../../../platform/db/database.ts'
import { deleteRows, findRows } from '../../../../platform/db/row.ts'
import { isMergedInto } from '../../contacts/public.ts'
import { readPerson, type StoredPerson } from '../features/stored-person.ts'
import { findSettings } from '../settings.ts'
import { openPairs, saveCandidates, type ScoredPair } from './candidates.ts'
import { scorerOf, type Model } from './stored-model.ts'

const takenAtOnce = 100

/**
 * Scores some of the contacts that changed against everybody, by the model of the last run; answers how many, 0 when
 * nobody waits. What is found and that they wait no longer commit together.
 */
export async function scoreSome(ctx: Ctx, model: Model): Promise<number> {
  return inTransaction(ctx, async ctx => {
    const ids = await takeWaiting(ctx)
    if (ids.length === 0) return 0
    const { reviewThreshold } = await findSettings(ctx)
    const scorer = scorerOf(model)
    const least = weightOf(reviewThreshold)
    const pairs = (await findAlike(ctx, ids, model.base.limits)).flatMap(({ aId, bId, a, b }): ScoredPair[] => {
      const weight = scorer.weigh(readPerson(a), readPerson(b))
      return weight >= least ? [{ aId, bId, weight }] : []
    })
    const open = await openPairs(ctx, pairs)
    await dropStale(ctx, ids, open)
    await saveCandidates(ctx, [...open.values()], scorer, ctx.now())
    return ids.length
  })
}

async function takeWaiting({ db, workspaceId }: Tenant): Promise<string[]> {
  const { rows } = await sql<{ contactId: string }>`
    delete from identity_waiting where workspace_id = ${workspaceId} and contact_id in (
      select w.contact_id from identity_waiting w where w.workspace_id = ${workspaceId} order by w.contact_id limit ${takenAtOnce} for update skip locked)
    returning contact_id`.execute(db)
  return rows.map(row => row.contactId)
}

interface Alike {
  aId: string
  bId: string
  a: StoredPerson
  b: StoredPerson
}

/** Everybody who shares a key with one of these, in blocks that are not too large. */
async function findAlike({ db, workspaceId }: Tenant, ids: string[], limits: readonly number[]): Promise<Alike[]> {
  const { rows } = await sql<{ id: string; keys: string[] }>`
    select f.contact_id as id, f.keys from identity_features f
      where f.workspace_id = ${workspaceId} and f.contact_id = any(${ids}::uuid[])`.execute(db)
  const wanted = rows.flatMap(({ id, keys }) =>
    keys.map(Number).map(key => ({ id, key, most: Math.max(limits[passOf(key)] ?? 1, smallBlock) })),
  )
  // With a limit, the planner takes it for quicker to look through everybody for each key than to ask the index.
  await sql`select set_config('enable_seqscan', 'off', true)`.execute(db)
  const { rows: found } = await sql<Alike>`
    with wanted as (select * from unnest(${wanted.map(({ id }) => id)}::uuid[], ${wanted.map(({ key }) => key)}::bigint[], ${wanted.map(({ most }) => most)}::int[]) w (id, key, most)),
    blocks as materialized (
      select k.key, k.most, array(select f.contact_id from identity_features f
        where f.workspace_id = ${workspaceId} and f.keys @> array[k.key] limit k.most + 1) as ids
      from (select distinct w.key, w.most from wanted w) k),
    pairs as (select distinct w.id as a_id, other.id as b_id from wanted w join blocks b on b.key = w.key, unnest(b.ids) other (id)
      where cardinality(b.ids) <= b.most and other.id <> w.id)
    select p.a_id, p.b_id, fa.person as a, fb.person as b from pairs p
      join identity_features fa on fa.workspace_id = ${workspaceId} and fa.contact_id = p.a_id
      join identity_features fb on fb.workspace_id = ${workspaceId} and fb.contact_id = p.b_id`.execute(db)
  return found
}

/** Blocks up to this size are always looked at: the base may have grown since its limits were set. */
const smallBlock = 20

/** Candidates of these contacts that no longer are any. Those merged stand for the survivors that they belong to. */
async function dropStale(tenant: Tenant, ids: string[], open: ReadonlyMap<string, unknown>): Promise<void> {
  const isRoots = sql`exists (select from contacts m
    where m.workspace_id = t.workspace_id and ${isMergedInto('m', sql`in (t.a_id, t.b_id)`)})`
  const ofThese = sql`and (t.a_id = any(${ids}::uuid[]) or t.b_id = any(${ids}::uuid[])) and not ${isRoots}`
  const rows = await findRows(tenant, 'identityCandidates', ['id', 'aId', 'bId'], {}, ofThese)
  const stale = rows.filter(({ aId, bId }) => !open.has(`${aId} ${bId}`)).map(row => row.id)
  await deleteRows(tenant, 'identityCandidates', { id: stale })
}
