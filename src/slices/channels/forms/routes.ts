import { audit } from '../../../platform/audit/audit.ts'
import { commandRoute, route } from '../../../platform/http/route.ts'
import { changeForm, createForm, deleteForm } from './commands/change-forms.ts'
import { exportSubmissions } from './export.ts'
import { getForm, listForms, listSubmissions } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.listForms, (ctx, { query }) => listForms(ctx, query)),
  route(schema.createForm, async (ctx, { body }) => getForm(ctx, await createForm(ctx, body))),
  route(schema.getForm, (ctx, { params }) => getForm(ctx, params.id)),
  commandRoute(schema.changeForm, changeForm, getForm),
  route(schema.deleteForm, (ctx, { params }) => deleteForm(ctx, params.id)),
  route(schema.listSubmissions, (ctx, { params, query }) => listSubmissions(ctx, params.id, query)),
  route(schema.exportSubmissions, async (ctx, { params, query: { format, ...query } }) => {
    const answer = await exportSubmissions(ctx, params.id, format, query)
    await audit(ctx, {
      action: 'form-submissions.exported',
      subjectType: 'form',
      subjectId: params.id,
      detail: { format },
    })
    return answer
  }),
]
