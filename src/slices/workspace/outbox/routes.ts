import { audit } from '../../../platform/audit/audit.ts'
import { route } from '../../../platform/http/route.ts'
import { sendMailAgain } from './commands.ts'
import { getMail, listMail } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.listMail, (ctx, { query }) => listMail(ctx, query)),
  route(schema.getMail, async (ctx, { params }) => {
    const mail = await getMail(ctx, params.id)
    await audit(ctx, { action: 'mail.read', subjectId: params.id })
    return mail
  }),
  route(schema.sendMailAgain, (ctx, { params }) => sendMailAgain(ctx, params.id)),
]
