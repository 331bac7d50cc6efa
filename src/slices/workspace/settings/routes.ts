import { route } from '../../../platform/http/route.ts'
import { changeSettings, setExchangeRates } from './commands/change-settings.ts'
import { removeMail, sendTestMail, setMail } from './commands/mail.ts'
import { getMailSettings, getSettings, listExchangeRates } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.getSettings, ctx => getSettings(ctx)),
  route(schema.changeSettings, async (ctx, { body }) => {
    await changeSettings(ctx, body)
    return getSettings(ctx)
  }),
  route(schema.listExchangeRates, async ctx => ({ items: await listExchangeRates(ctx) })),
  route(schema.setExchangeRates, async (ctx, { body }) => {
    await setExchangeRates(ctx, body.items)
    return { items: await listExchangeRates(ctx) }
  }),
  route(schema.getMailSettings, ctx => getMailSettings(ctx)),
  route(schema.setMailSettings, async (ctx, { body }) => {
    await setMail(ctx, body)
    return getMailSettings(ctx)
  }),
  route(schema.removeMailSettings, ctx => removeMail(ctx)),
  route(schema.sendTestMail, ctx => sendTestMail(ctx)),
]
