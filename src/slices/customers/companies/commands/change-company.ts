import { columnsFor, patched } from '../../../../kernel/record/record.ts'
import { fold } from '../../../../kernel/text.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction, type Db } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import { changesOf, requireVersion } from '../../../../platform/record/changes.ts'
import { changedFields } from '../../fields/public.ts'
import { changedTags } from '../../tags/public.ts'
import { normalizeDomain, normalizePhone, searchText } from '../company.ts'
import { companyEvents } from '../events.ts'
import { companyRecord, type CompanyChanges, type StoredCompany } from '../record.ts'
import type { CompanyPatch } from '../schema.ts'
import { findCompanyHolders, lockParents, updateCompany } from '../store.ts'
import { lockVisibleCompany, takenBy } from './lock-visible.ts'
import { requireParent } from './require-parent.ts'

const written = columnsFor(companyRecord.columns, 'written')

/** Changes what `patch` names and leaves the rest; writes nothing when nothing differs. */
export async function changeCompany(ctx: Ctx, id: string, patch: CompanyPatch): Promise<string> {
  return inTransaction(ctx.db, async tx => {
    if (patch.parentId) await lockParents(tx, ctx.workspaceId)
    const before = await lockVisibleCompany(tx, ctx, id)
    requireVersion(before, patch.version)
    const changes: CompanyChanges = patched(written, before, patch)
    if (changes.parentId) await requireParent(tx, ctx, changes.parentId, id)
    if (patch.name !== undefined) changes.name = patch.name
    if (patch.phone !== undefined) changes.phone = normalizePhone(patch.phone, ctx.workspace.country)
    await changeDomain(tx, ctx, before, patch, changes)
    const tagIds = await changedTags(tx, ctx.workspaceId, before.tagIds, patch)
    if (tagIds) changes.tagIds = tagIds
    const fields = await changedFields(tx, ctx, 'company', before.fields, patch.fields)
    if (fields) changes.fields = fields
    const differences = changesOf(companyRecord.columns, before, changes)
    if (Object.keys(differences).length === 0) return id
    const after = { ...before, ...changes }
    const derived = { sortName: fold(after.name), searchText: searchText(after) }
    await updateCompany(tx, ctx.workspaceId, id, { ...changes, ...derived }, ctx.now())
    await record(tx, ctx, [companyEvents.changed(before, { changes: differences })])
    return id
  })
}

async function changeDomain(
  tx: Db,
  ctx: Ctx,
  before: StoredCompany,
  patch: CompanyPatch,
  changes: CompanyChanges,
): Promise<void> {
  if (patch.domain === undefined) return
  changes.domain = normalizeDomain(patch.domain)
  if (changes.domain === null || changes.domain === before.domain) return
  const [holder] = await findCompanyHolders(tx, ctx.workspaceId, [{ domain: changes.domain }])
  if (holder) throw takenBy(ctx, changes.domain, holder)
}
