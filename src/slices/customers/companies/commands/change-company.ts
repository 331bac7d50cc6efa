import { fold } from '../../../../kernel/text.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { changeCommand } from '../../../../platform/record/commands.ts'
import { fielded } from '../../fields/public.ts'
import { tagged } from '../../tags/public.ts'
import { normalizeDomain, normalizePhone, searchText } from '../company.ts'
import { companyEvents } from '../events.ts'
import { companyRecord, type StoredCompany } from '../record.ts'
import type { CompanyPatch } from '../schema.ts'
import { lockOne, requireFree, requireParent } from './lock-visible.ts'
import { lockWorkspace } from '../../../../platform/workspaces.ts'

export const changeCompany = changeCommand(companyRecord, {
  async lock(ctx, id, patch: CompanyPatch): Promise<StoredCompany> {
    // Two changes of parents at once could close a circle between them.
    if (patch.parentId) await lockWorkspace(ctx)
    return lockOne(ctx, id)
  },
  extras: [tagged, fielded('company')],
  async settle({ ctx, before, patch, changes }) {
    if (changes.parentId) await requireParent(ctx, changes.parentId, before.id)
    if (patch.phone !== undefined) changes.phone = normalizePhone(patch.phone, ctx.workspace.country)
    if (patch.domain !== undefined) changes.domain = await freeDomain(ctx, before, patch.domain)
  },
  derive: after => ({ sortName: fold(after.name), searchText: searchText(after) }),
  tell: (before, changes) => [companyEvents.changed(before, { changes })],
})

async function freeDomain(ctx: Ctx, before: StoredCompany, given: string | null): Promise<string | null> {
  const domain = normalizeDomain(given)
  if (domain === null || domain === before.domain) return domain
  await requireFree(ctx, { id: before.id, domain })
  return domain
}
