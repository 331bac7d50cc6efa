import { sql } from 'kysely'
import { defineText } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { tellLive } from '../../../../platform/events/live.ts'
import { notify } from '../../../workspace/notifications/public.ts'
import { noPair, shownPairs } from '../queries/candidates.ts'
import { requireMembers } from '../../../../platform/auth/memberships.ts'
import { updateRows } from '../../../../platform/db/row.ts'
import { joinBoth } from '../queries/join-both.ts'

const asked = defineText('identity.change-candidate.asked', '{actor} asks you: are {one} and {other} one person?')

interface Change {
  assigneeId?: string | null
  isLater?: boolean
}

/** Gives a pair to a member, who is told, or puts it off. What is not named stays. */
export async function changeCandidate(ctx: Ctx, id: string, { assigneeId, isLater }: Change): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const { rows } = await sql<{ id: string; aName: string; bName: string; assigneeId: string | null }>`
      select k.id, a.name as a_name, b.name as b_name, k.assignee_id from identity_candidates k ${joinBoth('k')}
      where ${sql.join(shownPairs(ctx), sql` and `)} and k.id = ${id} for update of k`.execute(ctx.db)
    const found = noPair.unless(rows[0])
    if (assigneeId) await requireMembers(ctx, [assigneeId], 'assigneeId')
    const laterAt = isLater === undefined ? undefined : isLater ? ctx.now() : null
    if ((await updateRows(ctx, 'identityCandidates', id, { assigneeId, laterAt })) === 0) return
    await tellLive(ctx, ['identity.candidate-changed'], [id])
    if (assigneeId && assigneeId !== ctx.actor.memberId && assigneeId !== found.assigneeId) {
      await notify(ctx, [
        {
          memberId: assigneeId,
          kind: 'identity.assigned',
          title: asked({ actor: ctx.actor.name, one: found.aName, other: found.bName }),
          link: `/identity?pair=${id}`,
          sourceKey: `identity.assigned:${id}:${assigneeId}`,
        },
      ])
    }
  })
}
