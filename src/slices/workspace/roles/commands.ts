import type { RecordRule } from '../../../kernel/permissions.ts'
import { audit } from '../../../platform/audit/audit.ts'
import type { Ctx } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { record } from '../../../platform/events/record.ts'
import { mergeSettings } from '../settings/public.ts'
import { roleEvents } from './events.ts'

export async function setRecordRules(
  ctx: Ctx,
  recordRules: { member: RecordRule; manager: RecordRule },
): Promise<void> {
  await inTransaction(ctx, async ctx => {
    await mergeSettings(ctx, { recordRules })
    await record(ctx, [roleEvents.recordRulesChanged(ctx.workspaceId, recordRules)])
    await audit(ctx, { action: 'role.record-rules-changed', subjectType: 'workspace', detail: recordRules })
  })
}
