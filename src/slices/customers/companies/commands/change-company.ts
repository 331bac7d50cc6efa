import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../../../../kernel/errors.ts'
import { fold } from '../../../../kernel/text.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction, type Db } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import { listFields, mergeFields, requireReferences } from '../../fields/public.ts'
import { requireTags } from '../../tags/public.ts'
import { normalizeDomain, normalizePhone, searchText } from '../company.ts'
import { companyEvents } from '../events.ts'
import type { CompanyPatch } from '../schema.ts'
import { findCompanyHolders, lockParents, updateCompany, type CompanyChanges, type StoredCompany } from '../store.ts'
import { lockVisibleCompany, takenBy } from './lock-visible.ts'
import { requireParent } from './require-parent.ts'

const plain = [
  'industry',
  'website',
  'street',
  'city',
  'region',
  'postalCode',
  'country',
  'parentId',
  'ownerId',
  'teamId',
] as const

/** Changes what `patch` names and leaves the rest; writes nothing when nothing differs. */
export async function changeCompany(ctx: Ctx, id: string, patch: CompanyPatch): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    if (patch.parentId) await lockParents(tx, ctx.workspaceId)
    const before = await lockVisibleCompany(tx, ctx, id)
    if (patch.version !== undefined && patch.version !== before.version) {
      throw new AppError(
        'conflict',
        'Someone changed this company since you opened it. Nothing was saved; reload and try again.',
        { version: before.version },
      )
    }
    const changes: CompanyChanges = {}
    for (const key of plain) if (patch[key] !== undefined) Object.assign(changes, { [key]: patch[key] || null })
    if (patch.employees !== undefined) changes.employees = patch.employees
    if (patch.phone !== undefined) changes.phone = normalizePhone(patch.phone, ctx.workspace.country)
    if (changes.parentId && changes.parentId !== before.parentId) await requireParent(tx, ctx, changes.parentId, id)
    await changeDomain(tx, ctx, before, patch, changes)
    await changeTags(tx, ctx, before, patch, changes)
    if (patch.fields) {
      const definitions = await listFields(tx, ctx.workspaceId, 'company')
      changes.fields = mergeFields(definitions, before.fields, patch.fields)
      await requireReferences(tx, ctx, definitions, [patch.fields])
    }
    if (patch.name !== undefined) changes.name = patch.name
    const differences = compare(before, changes)
    if (Object.keys(differences).length === 0) return
    const after = { ...before, ...changes }
    await updateCompany(
      tx,
      ctx.workspaceId,
      id,
      { ...changes, sortName: fold(after.name), searchText: searchText(after) },
      ctx.now(),
    )
    await record(tx, ctx, [companyEvents.changed(before, { changes: differences })])
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

async function changeTags(
  tx: Db,
  ctx: Ctx,
  before: StoredCompany,
  patch: CompanyPatch,
  changes: CompanyChanges,
): Promise<void> {
  if (!patch.tagIds && !patch.addTagIds && !patch.removeTagIds) return
  await requireTags(tx, ctx.workspaceId, [...(patch.tagIds ?? []), ...(patch.addTagIds ?? [])])
  const removed = new Set(patch.removeTagIds)
  changes.tagIds = [...new Set([...(patch.tagIds ?? before.tagIds), ...(patch.addTagIds ?? [])])].filter(
    tagId => !removed.has(tagId),
  )
}

function compare(before: StoredCompany, changes: CompanyChanges): Record<string, [unknown, unknown]> {
  const differences: Record<string, [unknown, unknown]> = {}
  for (const [key, after] of Object.entries(changes)) {
    const was = before[key as keyof StoredCompany]
    if (!isDeepStrictEqual(was, after)) differences[key] = [was, after]
  }
  return differences
}
