import { sql } from 'kysely'
import { defineAbsence } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { deleteRows, insertRow } from '../../../../platform/db/row.ts'
import { tellLive } from '../../../../platform/events/live.ts'
import { record } from '../../../../platform/events/record.ts'
import { isVisible } from '../../../../platform/list/visible.ts'
import { unmergeContacts } from '../../merges/public.ts'
import { identityEvents } from '../events.ts'
import type { FieldEvidence } from '../evidence.ts'
import type { Verdict } from '../schema.ts'
import { apartEvents } from './apart-events.ts'
import { joinBoth } from '../queries/join-both.ts'

const noDecision = defineAbsence('identity.no-decision', 'decision')

interface StoredDecision {
  id: string
  aId: string
  bId: string
  aName: string
  bName: string
  verdict: Verdict
  mergeId: string | null
  weight: number | null
  probability: number | null
  evidence: FieldEvidence[]
}

/** What was merged comes apart, and the pair waits again with the score that it had. */
export async function takeBackDecision(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const { rows } = await sql<StoredDecision>`
      select d.id, d.a_id, d.b_id, d.verdict, d.merge_id, d.weight, d.probability, d.evidence, a.name as a_name, b.name as b_name from identity_decisions d ${joinBoth('d')}
      where d.workspace_id = ${ctx.workspaceId} and d.id = ${id} and ${isVisible(ctx, 'a')} and ${isVisible(ctx, 'b')}
      for update of d`.execute(ctx.db)
    const found = noDecision.unless(rows[0])
    if (found.mergeId) await unmergeContacts(ctx, [found.mergeId])
    await deleteRows(ctx, 'identityDecisions', id)
    await bringBack(ctx, found)
    if (found.verdict === 'different') {
      const people = [
        { id: found.aId, name: found.aName },
        { id: found.bId, name: found.bName },
      ]
      await record(ctx, apartEvents(identityEvents.partingTakenBack, [found], people))
    }
    await tellLive(ctx, ['identity.decided'])
    await audit(ctx, {
      action: 'identity.decision-taken-back',
      subjectType: 'identity-decision',
      subjectId: id,
      detail: { verdict: found.verdict, contactIds: [found.aId, found.bId] },
    })
  })
}

async function bringBack(ctx: Ctx, { aId, bId, weight, probability, evidence }: StoredDecision): Promise<void> {
  // An erased person's evidence is gone for good.
  if (weight === null || probability === null || !Array.isArray(evidence)) return
  const pair = { aId, bId, weight, probability, evidence, scoredAt: ctx.now() }
  const unlessThere = sql`on conflict (workspace_id, a_id, b_id) do nothing`
  await insertRow(ctx, 'identityCandidates', { ...pair, id: newId() }, unlessThere)
}
