import { fold } from '../../../../kernel/text.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { record } from '../../../../platform/events/record.ts'
import { saveRecords } from '../../../../platform/record/commands.ts'
import { onlySaved } from '../../../../platform/record/saving.ts'
import { fielded } from '../../fields/public.ts'
import { tagged } from '../../tags/public.ts'
import { normalizeDomain, normalizePhone, searchText } from '../company.ts'
import { companyEvents } from '../events.ts'
import type { CompanyInput, RowResult } from '../schema.ts'
import { companyRecord, type NewCompany } from '../record.ts'
import { insertCompanies } from '../store.ts'
import { changeCompany } from './change-company.ts'
import { lockAll, refuseTaken, requireParent } from './lock-visible.ts'
import { lockWorkspace } from '../../../../platform/workspaces.ts'

/** Creates a company. A domain or source id that another one has already is a conflict that names it. */
export async function createCompany(ctx: Ctx, input: CompanyInput): Promise<string> {
  return onlySaved(await saveCompanies(ctx, [input])).id
}

type Item = Partial<CompanyInput> & { id?: string; addTagIds?: string[]; removeTagIds?: string[]; version?: number }

/** What an id stands for is not checked row by row: one of another workspace, or one not the actor's, refuses the whole call. */
export function saveCompanies(ctx: Ctx, items: Item[]): Promise<RowResult[]> {
  return saveRecords<typeof companyRecord.columns, Item, NewCompany, RowResult>(ctx, companyRecord, items, {
    async lock(ctx, ids) {
      const parentIds = new Set(items.flatMap(item => item.parentId ?? []))
      // Two changes of parents at once could close a circle between them.
      if (parentIds.size > 0) await lockWorkspace(ctx)
      for (const parentId of parentIds) await requireParent(ctx, parentId, null)
      await lockAll(ctx, ids)
    },
    extras: [tagged, fielded('company')],
    prepare(input, begun) {
      const domain = normalizeDomain(input.domain)
      const phone = normalizePhone(input.phone, ctx.workspace.country)
      const derived = { sortName: fold(begun.name), searchText: searchText({ ...begun, domain, phone }) }
      return { ...begun, ...derived, domain, phone, sourceId: input.sourceId || null }
    },
    change: (ctx, { id, source: _, sourceId: __, ...patch }) => changeCompany(ctx, id, patch),
    refusals: [refuseTaken],
    async insert(ctx, companies) {
      await insertCompanies(ctx, companies, ctx.now())
      const created = companies.map(company =>
        companyEvents.created(company, { name: company.name, source: company.source }),
      )
      await record(ctx, created)
    },
  })
}
