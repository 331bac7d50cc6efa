import { sql } from 'kysely'
import { clustersOf } from '../../../../models/linkage/clusters.ts'
import { inTransaction, type Tenant } from '../../../../platform/db/database.ts'
import { findRows } from '../../../../platform/db/row.ts'
import { isRoot } from '../../contacts/public.ts'
import {
  candidateColumns,
  chooseSurvivor,
  mergeContacts,
  type Candidate,
  type MergeActor,
  type MergeRequest,
} from '../../merges/public.ts'
import type { FieldEvidence } from '../evidence.ts'
import { findDifferent, type StoredPair } from './candidates.ts'
import type { Progress } from './progress.ts'
import { joinBoth } from '../queries/join-both.ts'

/** From this probability on, what joins A with B and B with C joins A with C. */
export const transitiveFrom = 0.99
/** A larger group is hardly one person, whatever its pairs say. */
const largestGroup = 50
const mergedAtOnce = 500

export interface JoinCounts {
  pairs: number
  /** Contacts that were merged into others. */
  joined: number
  /** Groups that are left for people: a pair in them was said to be different, or they are too large. */
  left: number
}

/**
 * Joins all candidates of at least `probability`. Groups hang together by pairs from .99 on only; below that, two contacts
 * are joined where nobody else is in question. Each batch of groups is merged in a transaction of its own.
 */
export async function joinAbove(
  by: MergeActor,
  probability: number,
  runId: string | null,
  progress: Progress,
): Promise<JoinCounts> {
  const pairs = await readPairs(by, probability)
  const different = await findDifferent(by)
  const groups = groupsOf(pairs)
  const allowed = groups.filter(group => group.length <= largestGroup && !holdsDifferent(group, different))
  const strongest = strongestPairs(pairs)
  const total = allowed.reduce((sum, group) => sum + group.length - 1, 0)
  await progress.step('joining', total)
  let joined = 0
  let done = 0
  for (const batch of batchesOf(allowed)) {
    joined += await inTransaction(by, async by => {
      const requests = await requestsOf(by, batch, strongest, runId)
      return (await mergeContacts(by, requests)).length
    })
    await progress.done((done += batch.reduce((sum, group) => sum + group.length - 1, 0)))
  }
  return { pairs: pairs.length, joined, left: groups.length - allowed.length }
}

async function readPairs({ db, workspaceId }: Tenant, probability: number): Promise<StoredPair[]> {
  const { rows } = await sql<StoredPair>`
    select k.id, k.a_id, k.b_id, k.weight, k.probability from identity_candidates k ${joinBoth('k')}
    where k.workspace_id = ${workspaceId} and k.probability >= ${probability} and k.later_at is null
      and a.deleted_at is null and b.deleted_at is null and ${isRoot('a')} and ${isRoot('b')}
    order by k.probability desc, k.id desc`.execute(db)
  return rows
}

/** Groups of contacts that are one person each, by pairs sorted from the most probable down. */
export function groupsOf(pairs: readonly Pick<StoredPair, 'aId' | 'bId' | 'probability'>[]): string[][] {
  const sure = clustersOf(
    pairs.flatMap(({ aId, bId, probability }) => (probability >= transitiveFrom ? [[aId, bId] as const] : [])),
  )
  const times = new Map<string, number>()
  for (const { aId, bId } of pairs) for (const id of [aId, bId]) times.set(id, (times.get(id) ?? 0) + 1)
  const alone = pairs.filter(
    ({ aId, bId, probability }) => probability < transitiveFrom && times.get(aId) === 1 && times.get(bId) === 1,
  )
  return [...sure, ...alone.map(({ aId, bId }) => [aId, bId])]
}

function holdsDifferent(group: readonly string[], different: ReadonlySet<string>): boolean {
  if (different.size === 0) return false
  const sorted = group.toSorted()
  return sorted.some((a, at) => sorted.slice(at + 1).some(b => different.has(`${a} ${b}`)))
}

/** Of each contact the pair that speaks most for joining it. */
function strongestPairs(pairs: readonly StoredPair[]): Map<string, StoredPair> {
  const strongest = new Map<string, StoredPair>()
  for (const pair of pairs) for (const id of [pair.aId, pair.bId]) if (!strongest.has(id)) strongest.set(id, pair)
  return strongest
}

function* batchesOf(groups: readonly string[][]): Generator<string[][]> {
  let batch: string[][] = []
  let size = 0
  for (const group of groups) {
    batch.push(group)
    if ((size += group.length - 1) < mergedAtOnce) continue
    yield batch
    batch = []
    size = 0
  }
  if (batch.length > 0) yield batch
}

async function requestsOf(
  tenant: Tenant,
  groups: readonly string[][],
  strongest: ReadonlyMap<string, StoredPair>,
  runId: string | null,
): Promise<MergeRequest[]> {
  const { rows } = await sql<Candidate>`
    select ${candidateColumns} from contacts c where c.workspace_id = ${tenant.workspaceId}
      and c.id = any(${groups.flat()}::uuid[]) and ${isRoot('c')} and c.deleted_at is null`.execute(tenant.db)
  const members = new Map(rows.map(row => [row.id, row]))
  const evidence = await readEvidence(
    tenant,
    groups.flat().map(id => strongest.get(id)!.id),
  )
  return groups.flatMap(group => {
    const present = group.flatMap(id => members.get(id) ?? [])
    if (present.length < 2) return []
    const survivorId = chooseSurvivor(present).id
    return present
      .filter(({ id }) => id !== survivorId)
      .map(({ id: mergedId }) => {
        const { id, weight, probability } = strongest.get(mergedId)!
        return {
          survivorId,
          mergedId,
          how: 'automatic' as const,
          evidence: { probability, weight, runId, fields: evidence.get(id) ?? [] },
        }
      })
  })
}

/** Why, without anything of the people's: what a merge keeps outlives their data. */
async function readEvidence(tenant: Tenant, ids: string[]): Promise<Map<string, FieldEvidence[]>> {
  const rows = await findRows(tenant, 'identityCandidates', ['id', 'evidence'], [...new Set(ids)])
  const partsOf = (evidence: unknown) => evidence as FieldEvidence[]
  return new Map(rows.map(({ id, evidence }) => [id, partsOf(evidence).map(part => ({ ...part, a: null, b: null }))]))
}
