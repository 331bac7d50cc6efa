import { unsaved } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { ownLocks } from '../../../../platform/record/statements.ts'
import { keepingUnique, takenBy } from '../../../../platform/record/uniques.ts'
import { noCompany } from '../company.ts'
import { requireCompanies } from '../joins.ts'
import { companyRecord, storedColumns } from '../record.ts'
import { listAncestors } from '../store.ts'

const words = defineMessages('companies.lock-visible', {
  takenUnseen: '{value} belongs to a company that you may not see. Nothing was saved.',
  taken: '{value} belongs to {name} already. Nothing was saved; open that company instead.',
  ownParent: 'A company cannot be its own parent.',
  circle: 'That company belongs to this one already, so it cannot be its parent.',
})

export const { lockOne, lockAll } = ownLocks(companyRecord, storedColumns, noCompany)

export const { refuseTaken, requireFree } = keepingUnique(companyRecord, takenBy(companyRecord, words))

/** Refuses a parent that is not there, or that belongs to `childId` itself. The caller has locked the workspace. */
export async function requireParent(ctx: Ctx, parentId: string, childId: string | null): Promise<void> {
  await requireCompanies(ctx, [parentId], 'parentId')
  if (childId === null) return
  if (parentId === childId) throw unsaved('unprocessable', 'parentId', say(words, 'ownParent'))
  if ((await listAncestors(ctx, parentId)).includes(childId))
    throw unsaved('unprocessable', 'parentId', say(words, 'circle'))
}
