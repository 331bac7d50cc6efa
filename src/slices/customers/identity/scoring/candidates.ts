import { sql } from 'kysely'
import { newId } from '../../../../kernel/ids.ts'
import { probability } from '../../../../models/linkage/model.ts'
import type { Scorer } from '../../../../models/linkage/score.ts'
import type { Tenant } from '../../../../platform/db/database.ts'
import { findRows, insertAll } from '../../../../platform/db/row.ts'
import { rootId } from '../../contacts/public.ts'
import type { EvidenceLevel, FieldEvidence } from '../evidence.ts'
import { readPerson, type StoredPerson } from '../features/stored-person.ts'
import { joinBoth } from '../queries/join-both.ts'

/** Two contacts as they were compared: source records, which may have been merged into others. */
export interface ScoredPair {
  aId: string
  bId: string
  weight: number
}

/** As it waits for a decision. */
export interface StoredPair extends ScoredPair {
  id: string
  probability: number
}

interface RootPair extends ScoredPair {
  /** The surviving contacts. */
  rootA: string
  rootB: string
}

/**
 * The pairs of surviving contacts that these pairs stand for, each with its highest weight. Left out are those that are one
 * already, that somebody said are different (any members of the two), and those with a contact in the bin.
 */
export async function openPairs(tenant: Tenant, pairs: readonly ScoredPair[]): Promise<Map<string, RootPair>> {
  if (pairs.length === 0) return new Map()
  const ids = [...new Set(pairs.flatMap(({ aId, bId }) => [aId, bId]))]
  const roots = await findRoots(tenant, ids)
  const different = await findDifferent(tenant)
  const open = new Map<string, RootPair>()
  for (const pair of pairs) {
    const [one, other] = [roots.get(pair.aId), roots.get(pair.bId)]
    if (one === undefined || other === undefined || one === other) continue
    const [rootA, rootB] = one < other ? [one, other] : [other, one]
    const key = `${rootA} ${rootB}`
    if (different.has(key) || (open.get(key)?.weight ?? -Infinity) >= pair.weight) continue
    const { aId, bId, weight } = pair
    open.set(key, { weight, ...(one < other ? { aId, bId } : { aId: bId, bId: aId }), rootA, rootB })
  }
  return open
}

/** The surviving contact of each, where that is not in the bin. */
export async function findRoots({ db, workspaceId }: Tenant, ids: string[]): Promise<Map<string, string>> {
  const roots = new Map<string, string>()
  for (let at = 0; at < ids.length; at += 20_000) {
    const { rows } = await sql<{ id: string; rootId: string }>`
      select c.id, r.id as root_id from contacts c
        join contacts r on r.workspace_id = c.workspace_id and r.id = ${rootId('c')}
      where c.workspace_id = ${workspaceId} and c.id = any(${ids.slice(at, at + 20_000)}::uuid[])
      and r.deleted_at is null and c.erased_at is null`.execute(db)
    for (const { id, rootId } of rows) roots.set(id, rootId)
  }
  return roots
}

/** Pairs of surviving contacts of whose members somebody said that they are different, as `smaller larger`. */
export async function findDifferent({ db, workspaceId }: Tenant): Promise<Set<string>> {
  const { rows } = await sql<{ a: string; b: string }>`
    select ${rootId('a')} as a, ${rootId('b')} as b from identity_decisions d ${joinBoth('d')}
    where d.workspace_id = ${workspaceId} and d.verdict = 'different'`.execute(db)
  return new Set(rows.map(({ a, b }) => (a < b ? `${a} ${b}` : `${b} ${a}`)))
}

/** Writes pairs with their evidence; who a pair is given to, and that it was put off, stays. */
export async function saveCandidates(
  tenant: Tenant,
  pairs: readonly RootPair[],
  scorer: Scorer,
  now: Date,
): Promise<void> {
  const ids = pairs.flatMap(({ aId, bId }) => [aId, bId])
  const people = await readPeople(tenant, ids)
  const rows = pairs.flatMap(({ aId, bId, rootA, rootB, weight }) => {
    const [a, b] = [people.get(aId), people.get(bId)]
    if (!a || !b) return []
    const evidence: FieldEvidence[] = scorer.explain(a, b).map(score => ({
      ...score,
      level: score.level as EvidenceLevel,
      weight: Number(score.weight.toFixed(2)),
      a: score.a || null,
      b: score.b || null,
    }))
    return { id: newId(), aId: rootA, bId: rootB, weight, probability: probability(weight), evidence, scoredAt: now }
  })
  rows.sort((x, y) => (x.aId + x.bId < y.aId + y.bId ? -1 : 1))
  const scoredAnew = sql`on conflict (workspace_id, a_id, b_id) do update set weight = excluded.weight,
    probability = excluded.probability, evidence = excluded.evidence, scored_at = excluded.scored_at`
  await insertAll(tenant, 'identityCandidates', rows, scoredAnew)
}

async function readPeople(tenant: Tenant, ids: string[]) {
  const contactId = [...new Set(ids)]
  const rows = await findRows(tenant, 'identityFeatures', ['contactId', 'person'], { contactId })
  return new Map(rows.map(row => [row.contactId, readPerson(row.person as unknown as StoredPerson)]))
}
