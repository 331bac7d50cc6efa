import type { Ctx } from '../../../platform/context.ts'
import { route, settingsRoute } from '../../../platform/http/route.ts'
import { changeSettings, setExchangeRates } from './commands/change-settings.ts'
import { removeMail, sendTestMail, setMail } from './commands/mail.ts'
import { getMailSettings, getSettings, listExchangeRates } from './queries.ts'
import * as schema from './schema.ts'

const rates = async (ctx: Ctx) => ({ items: await listExchangeRates(ctx) })

export const routes = [
  route(schema.getSettings, ctx => getSettings(ctx)),
  settingsRoute(schema.changeSettings, changeSettings, getSettings),
  route(schema.listExchangeRates, rates),
  settingsRoute(schema.setExchangeRates, (ctx, { items }) => setExchangeRates(ctx, items), rates),
  route(schema.getMailSettings, ctx => getMailSettings(ctx)),
  settingsRoute(schema.setMailSettings, setMail, getMailSettings),
  route(schema.removeMailSettings, ctx => removeMail(ctx)),
  route(schema.sendTestMail, ctx => sendTestMail(ctx)),
]
