import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import type { Settings } from '../schema.ts'
import { saveSettings } from '../settings.ts'
import { requireAll } from './require-all.ts'

export async function setSettings(ctx: Ctx, settings: Settings): Promise<void> {
  requireAll(ctx)
  await inTransaction(ctx.db, async tx => {
    await saveSettings(tx, ctx.workspaceId, settings, ctx.now())
    await record(tx, ctx, [{ kind: 'identity.settings-changed', data: { ...settings } }])
    await audit(tx, ctx, { action: 'identity.settings-changed', detail: { ...settings } })
  })
}
