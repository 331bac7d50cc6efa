import { handle } from '../../../platform/http/route.ts'
import { changeSettings, setExchangeRates } from './commands/change-settings.ts'
import { removeMail, sendTestMail, setMail } from './commands/mail.ts'
import { getMailSettings, getSettings, listExchangeRates } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  handle(schema.getSettings, ctx => getSettings(ctx)),
  handle(schema.changeSettings, async (ctx, { body }) => {
    await changeSettings(ctx, body)
    return getSettings(ctx)
  }),
  handle(schema.listExchangeRates, async ctx => ({ items: await listExchangeRates(ctx) })),
  handle(schema.setExchangeRates, async (ctx, { body }) => {
    await setExchangeRates(ctx, body.items)
    return { items: await listExchangeRates(ctx) }
  }),
  handle(schema.getMailSettings, ctx => getMailSettings(ctx)),
  handle(schema.setMailSettings, async (ctx, { body }) => {
    await setMail(ctx, body)
    return getMailSettings(ctx)
  }),
  handle(schema.removeMailSettings, ctx => removeMail(ctx)),
  handle(schema.sendTestMail, ctx => sendTestMail(ctx)),
]
