import { sql } from 'kysely'
import type { Tenant } from '../../../../platform/db/database.ts'
import { deleteRows, insertAll } from '../../../../platform/db/row.ts'
import type { FieldEvidence } from '../evidence.ts'
import { findRoots, openPairs, type StoredPair } from './candidates.ts'

interface Moved extends StoredPair {
  evidence: FieldEvidence[]
  assigneeId: string | null
  laterAt: Date | null
  scoredAt: Date
}

/**
 * After merges: candidates of contacts that were merged become their survivors', the strongest of each pair. A pair that is
 * one now keeps its row, which nobody is shown and which waits for an undo.
 */
export async function repointCandidates(tenant: Tenant, mergedIds: string[]): Promise<void> {
  if (mergedIds.length === 0) return
  const { rows: touched } = await sql<Moved>`
    select k.id, k.a_id, k.b_id, k.weight, k.probability, k.evidence, k.assignee_id, k.later_at, k.scored_at from identity_candidates k
    where k.workspace_id = ${tenant.workspaceId}
    and (k.a_id = any(${mergedIds}::uuid[]) or k.b_id = any(${mergedIds}::uuid[]))`.execute(tenant.db)
  const ids = touched.flatMap(({ aId, bId }) => [aId, bId])
  const roots = await findRoots(tenant, ids)
  const rows = touched.filter(({ aId, bId }) => roots.get(aId) !== roots.get(bId))
  const movedIds = rows.map(row => row.id)
  await deleteRows(tenant, 'identityCandidates', movedIds)
  const byPair = new Map(
    rows.flatMap(row => [[`${row.aId} ${row.bId}`, row] as const, [`${row.bId} ${row.aId}`, row] as const]),
  )
  const open = await openPairs(tenant, rows)
  const moved = [...open.values()].map(({ aId, bId, rootA, rootB }) => {
    const pair = byPair.get(`${aId} ${bId}`)!
    const { assigneeId, laterAt, weight, probability, scoredAt } = pair
    const evidence = pair.aId === aId ? pair.evidence : pair.evidence.map(part => ({ ...part, a: part.b, b: part.a }))
    return { id: pair.id, aId: rootA, bId: rootB, weight, probability, evidence, assigneeId, laterAt, scoredAt }
  })
  const ifStronger = sql`on conflict (workspace_id, a_id, b_id) do update
    set weight = excluded.weight, probability = excluded.probability, evidence = excluded.evidence
    where identity_candidates.workspace_id = excluded.workspace_id and identity_candidates.weight < excluded.weight`
  await insertAll(tenant, 'identityCandidates', moved, ifStronger)
}
