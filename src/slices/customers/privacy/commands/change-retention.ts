import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { countExpired } from '../expired.ts'
import { proposedDays, retentionKinds, type RetentionKind } from '../retention.ts'
import type { RetentionRule } from '../schema.ts'

const countsUpTo = 10_001

/** All kinds, with what is proposed for those that nobody has decided on: nothing is switched on by itself. */
export async function listRetention(ctx: Ctx): Promise<RetentionRule[]> {
  const stored = await ctx.db
    .selectFrom('retentionRules')
    .select(['kind', 'days', 'isEnabled'])
    .where('workspaceId', '=', ctx.workspaceId)
    .execute()
  const rules: RetentionRule[] = []
  for (const kind of retentionKinds) {
    const { days, isEnabled } = stored.find(rule => rule.kind === kind) ?? {
      days: proposedDays[kind],
      isEnabled: false,
    }
    const before = new Date(ctx.now().getTime() - days * 24 * 3600_000)
    rules.push({
      kind,
      days,
      isEnabled,
      count: await countExpired(ctx.db, ctx.workspaceId, kind, before, ctx.now(), countsUpTo),
    })
  }
  return rules
}

export async function changeRetention(
  ctx: Ctx,
  items: { kind: RetentionKind; days: number; isEnabled: boolean }[],
): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    for (const { kind, days, isEnabled } of items)
      await tx
        .insertInto('retentionRules')
        .values({ workspaceId: ctx.workspaceId, kind, days, isEnabled, updatedAt: ctx.now() })
        .onConflict(conflict =>
          conflict.columns(['workspaceId', 'kind']).doUpdateSet({ days, isEnabled, updatedAt: ctx.now() }),
        )
        .execute()
    await audit(tx, ctx, { action: 'retention.changed', detail: { items } })
  })
}
