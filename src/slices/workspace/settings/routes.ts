import { route, settingsRoute } from '../../../platform/http/route.ts'
import { changeSettings, setExchangeRates } from './commands/change-settings.ts'
import { removeMail, sendTestMail, setMail } from './commands/mail.ts'
import { getMailSettings, getSettings, listExchangeRates } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.getSettings, ctx => getSettings(ctx)),
  settingsRoute(schema.changeSettings, changeSettings, getSettings),
  route(schema.listExchangeRates, async ctx => ({ items: await listExchangeRates(ctx) })),
  route(schema.setExchangeRates, async (ctx, { body }) => {
    await setExchangeRates(ctx, body.items)
    return { items: await listExchangeRates(ctx) }
  }),
  route(schema.getMailSettings, ctx => getMailSettings(ctx)),
  settingsRoute(schema.setMailSettings, setMail, getMailSettings),
  route(schema.removeMailSettings, ctx => removeMail(ctx)),
  route(schema.sendTestMail, ctx => sendTestMail(ctx)),
]
