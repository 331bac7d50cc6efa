import { sql } from 'kysely'
import { invalidField } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import { rightsChanged } from '../../../../platform/auth/rights.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { deleteRows, findRows, insertAll } from '../../../../platform/db/row.ts'
import { record } from '../../../../platform/events/record.ts'
import { settingsEvents } from '../events.ts'
import { hasAmounts } from '../queries.ts'
import type { SettingsPatch } from '../schema.ts'

const words = defineMessages('settings.change-settings', {
  baseCurrency: 'This is the currency of the workspace; it needs no rate.',
  currencyTwice: '{currency} is in the list twice.',
  currencyInUse: 'Orders and returns are counted in {currency} already, so it stays. Nothing was changed.',
})

export async function changeSettings(ctx: Ctx, patch: SettingsPatch): Promise<void> {
  if (Object.keys(patch).length === 0) return
  await inTransaction(ctx, async ctx => {
    const { currency } = ctx.workspace
    const isOtherCurrency = patch.currency !== undefined && patch.currency !== currency
    if (isOtherCurrency && (await hasAmounts(ctx)))
      throw invalidField('currency', say(words, 'currencyInUse', { currency }), 'conflict')
    if (isOtherCurrency) await deleteRows(ctx, 'exchangeRates', {})
    await ctx.db.updateTable('workspaces').set(patch).where('id', '=', ctx.workspaceId).execute()
    rightsChanged(ctx.db)
    await record(ctx, [settingsEvents.changed(ctx.workspaceId, { ...patch })])
    await audit(ctx, { action: 'settings.changed', subjectType: 'workspace', detail: { ...patch } })
  })
}

export async function setExchangeRates(ctx: Ctx, rates: { currency: string; rate: number }[]): Promise<void> {
  rates.forEach(({ currency }, index) => {
    if (currency === ctx.workspace.currency) throw invalidField(`items.${index}.currency`, say(words, 'baseCurrency'))
    if (rates.findIndex(rate => rate.currency === currency) < index)
      throw invalidField(`items.${index}.currency`, say(words, 'currencyTwice', { currency }))
  })
  await inTransaction(ctx, async ctx => {
    const before = await findRows(ctx, 'exchangeRates', ['currency', 'rate', 'updatedAt'], {}, sql`for update`)
    const rows = rates.map(
      ({ currency, rate }) =>
        // One that stays as it was keeps its date.
        before.find(old => old.currency === currency && old.rate === rate) ?? { currency, rate, updatedAt: ctx.now() },
    )
    await deleteRows(ctx, 'exchangeRates', {})
    await insertAll(ctx, 'exchangeRates', rows)
    await record(ctx, [settingsEvents.changed(ctx.workspaceId, { exchangeRates: rates })])
    await audit(ctx, { action: 'settings.exchange-rates-changed', subjectType: 'workspace', detail: { rates } })
  })
}
