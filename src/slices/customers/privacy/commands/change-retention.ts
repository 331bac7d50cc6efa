import { sql } from 'kysely'
import { invalidField } from '../../../../kernel/errors.ts'
import { defineText } from '../../../../kernel/messages.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { findRows, insertAll } from '../../../../platform/db/row.ts'
import { textIn } from '../../../../platform/languages.ts'
import { countExpired } from '../retention.ts'
import type { RetentionRule } from '../schema.ts'

const noKind = defineText('privacy.change-retention.noKind', 'There is no kind of data {kind} with a term of its own.')
const countsUpTo = 10_001

/** All kinds, with what is proposed for those that nobody has decided on: nothing is switched on by itself. */
export async function listRetention(ctx: Ctx): Promise<RetentionRule[]> {
  const stored = await findRows(ctx, 'retentionRules', ['kind', 'days', 'isEnabled'], {})
  const rules: RetentionRule[] = []
  for (const retention of ctx.app.retention) {
    const { kind } = retention
    const { days, isEnabled } = stored.find(rule => rule.kind === kind) ?? { days: retention.days, isEnabled: false }
    const before = new Date(ctx.now().getTime() - days * 24 * 3600_000)
    const count = await countExpired(ctx, retention, before, countsUpTo)
    const [label, detail] = [textIn(retention.label, ctx.locale), textIn(retention.detail, ctx.locale)]
    rules.push({ kind, label, detail, days, isEnabled, count })
  }
  return rules
}

type Change = Pick<RetentionRule, 'kind' | 'days' | 'isEnabled'>

export async function changeRetention(ctx: Ctx, items: Change[]): Promise<void> {
  for (const [index, { kind }] of items.entries())
    if (!ctx.app.retention.some(retention => retention.kind === kind))
      throw invalidField(`items.${index}.kind`, noKind({ kind }))
  await inTransaction(ctx, async ctx => {
    const rows = items.map(({ kind, days, isEnabled }) => ({ kind, days, isEnabled, updatedAt: ctx.now() }))
    const instead = sql`on conflict (workspace_id, kind) do update
      set days = excluded.days, is_enabled = excluded.is_enabled, updated_at = excluded.updated_at`
    await insertAll(ctx, 'retentionRules', rows, instead)
    await audit(ctx, { action: 'retention.changed', detail: { items } })
  })
}
