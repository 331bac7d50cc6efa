import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { tellLive } from '../../../../platform/events/live.ts'
import type { Settings } from '../schema.ts'
import { saveSettings } from '../settings.ts'
import { requireAll } from '../../../../platform/list/visible.ts'

export async function setSettings(ctx: Ctx, settings: Settings): Promise<void> {
  requireAll(ctx)
  await inTransaction(ctx, async ctx => {
    await saveSettings(ctx, settings, ctx.now())
    await tellLive(ctx, ['identity.settings-changed'])
    await audit(ctx, { action: 'identity.settings-changed', detail: { ...settings } })
  })
}
