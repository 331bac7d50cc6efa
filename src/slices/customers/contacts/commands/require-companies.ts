import { unsaved } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { within, type Ctx } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { findCompanies } from '../../companies/public.ts'

const words = defineMessages('contacts.require-companies', {
  noCompany: 'There is no such company.',
})

/** Throws `unprocessable` unless each of these companies is there, not in the bin, and may be seen. */
export async function requireCompanies(tx: Db, ctx: Ctx, given: string[]): Promise<void> {
  const ids = [...new Set(given)]
  if (ids.length === 0) return
  const found = await findCompanies(within(ctx, tx), ids)
  if (found.length < ids.length) throw unsaved('unprocessable', 'companyId', say(words, 'noCompany'))
}
