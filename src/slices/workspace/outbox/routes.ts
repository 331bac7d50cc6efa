import { audit } from '../../../platform/audit/audit.ts'
import { handle } from '../../../platform/http/route.ts'
import { sendMailAgain } from './commands.ts'
import { getMail, listMail } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  handle(schema.listMail, (ctx, { query }) => listMail(ctx, query)),
  handle(schema.getMail, async (ctx, { params }) => {
    const mail = await getMail(ctx, params.id)
    await audit(ctx.db, ctx, { action: 'mail.read', subjectType: 'mail', subjectId: params.id })
    return mail
  }),
  handle(schema.sendMailAgain, (ctx, { params }) => sendMailAgain(ctx, params.id)),
]
