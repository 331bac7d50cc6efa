import { unsaved } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { sortNameOf } from '../../../platform/record/given-name.ts'
import type { Ctx } from '../../../platform/context.ts'
import { recordCommands } from '../../../platform/record/record-commands.ts'
import { lockWorkspace } from '../../../platform/workspaces.ts'
import { noCompany, normalizeDomain, normalizePhone, searchText } from './company.ts'
import { companyEvents } from './events.ts'
import { requireCompanies } from './joins.ts'
import { companyRecord } from './record.ts'
import type { CompanyItem } from './schema.ts'
import { insertCompanies, listAncestors } from './store.ts'

const words = defineMessages('companies.commands', {
  ownParent: 'A company cannot be its own parent.',
  circle: 'That company belongs to this one already, so it cannot be its parent.',
})

/** Contacts and orders of a company that is deleted stay. */
export const companyCommands = recordCommands(companyRecord, {
  absent: noCompany,
  events: companyEvents,
  /** Two changes of parents at once could close a circle between them. */
  async exclude(ctx, given: readonly CompanyItem[]) {
    if (given.some(({ parentId }) => parentId)) await lockWorkspace(ctx)
  },
  async requireNamed(ctx, given) {
    const parentIds = given.flatMap(({ parentId }) => parentId ?? [])
    await requireCompanies(ctx, parentIds, 'parentId')
  },
  async settle(ctx, { domain, phone, parentId }, before) {
    if (before && parentId && parentId !== before.parentId) await requireParent(ctx, parentId, before.id)
    return {
      domain: domain === undefined ? (before?.domain ?? null) : normalizeDomain(domain),
      phone: phone === undefined ? (before?.phone ?? null) : normalizePhone(phone, ctx.workspace.country),
    }
  },
  derive: company => ({ sortName: sortNameOf(company.name), searchText: searchText(company) }),
  insert: insertCompanies,
})

export const createCompany = companyCommands.create

/** Refuses a parent that belongs to `childId` itself. The caller has locked the workspace. */
async function requireParent(ctx: Ctx, parentId: string, childId: string): Promise<void> {
  if (parentId === childId) throw unsaved('unprocessable', 'parentId', say(words, 'ownParent'))
  if ((await listAncestors(ctx, parentId)).includes(childId))
    throw unsaved('unprocessable', 'parentId', say(words, 'circle'))
}
