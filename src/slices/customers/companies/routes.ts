import { audit } from '../../../platform/audit/audit.ts'
import { handle, Raw } from '../../../platform/http/route.ts'
import { deleteCompanies, restoreCompanies } from './commands/bin-companies.ts'
import { changeCompany } from './commands/change-company.ts'
import { createCompany, saveCompanies } from './commands/save-companies.ts'
import { exportCompanies } from './export.ts'
import { getCompanyJson, listCompanies } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  handle(schema.listCompanies, (ctx, { query }) => listCompanies(ctx, query)),
  handle(schema.listDeletedCompanies, (ctx, { query }) => listCompanies(ctx, query, true)),
  handle(schema.exportCompanies, async (ctx, { query: { format, ...query } }) => {
    await audit(ctx.db, ctx, { action: 'companies.exported', detail: { format, ...query } })
    return exportCompanies(ctx, format, query)
  }),
  handle(
    schema.createCompany,
    async (ctx, { body }) => new Raw(await getCompanyJson(ctx, await createCompany(ctx, body))),
  ),
  handle(schema.saveCompanies, async (ctx, { body }) => ({ items: await saveCompanies(ctx, body.items) })),
  handle(schema.deleteCompanies, async (ctx, { body }) => ({ count: await deleteCompanies(ctx, body.ids) })),
  handle(schema.restoreCompanies, async (ctx, { body }) => ({ count: await restoreCompanies(ctx, body.ids) })),
  handle(schema.getCompany, async (ctx, { params }) => new Raw(await getCompanyJson(ctx, params.id))),
  handle(schema.changeCompany, async (ctx, { params, body }) => {
    await changeCompany(ctx, params.id, body)
    return new Raw(await getCompanyJson(ctx, params.id))
  }),
  handle(schema.deleteCompany, async (ctx, { params }) => {
    await deleteCompanies(ctx, [params.id])
  }),
  handle(schema.restoreCompany, async (ctx, { params }) => {
    await restoreCompanies(ctx, [params.id])
    return new Raw(await getCompanyJson(ctx, params.id))
  }),
]
