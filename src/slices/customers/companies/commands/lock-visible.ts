import { AppError } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { mayTouch } from '../../../../platform/list/visible.ts'
import type { Holder } from '../../../../platform/record/saving.ts'
import { ownLocks } from '../../../../platform/record/statements.ts'
import { noCompany } from '../company.ts'
import { companyRecord, storedColumns } from '../record.ts'

const words = defineMessages('companies.lock-visible', {
  takenUnseen: '{value} belongs to a company that you may not see. Nothing was saved.',
  taken: '{value} belongs to {name} already. Nothing was saved; open that company instead.',
})

export const { lockOne, lockAll } = ownLocks(companyRecord, storedColumns, noCompany)

/** A company that the actor may not see is not named. */
export function takenBy(ctx: Ctx, value: string, holder: Holder): AppError {
  if (!mayTouch(ctx, holder)) return new AppError('conflict', say(words, 'takenUnseen', { value }))
  return new AppError('conflict', say(words, 'taken', { value, name: holder.name }), { companyId: holder.id })
}
