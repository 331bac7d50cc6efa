import { sql } from 'kysely'
import { unsaved } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { isVisible } from '../../../../platform/list/visible.ts'

const words = defineMessages('contacts.require-companies', {
  noCompany: 'There is no such company.',
})

/** Throws `unprocessable` unless each of these companies is there, not in the bin, and may be seen. */
export async function requireCompanies(tx: Db, ctx: Ctx, given: string[]): Promise<void> {
  const ids = [...new Set(given)]
  if (ids.length === 0) return
  const { rows } = await sql`
    select from companies co
    where co.workspace_id = ${ctx.workspaceId} and co.id = any(${ids}::uuid[]) and co.deleted_at is null and ${isVisible(ctx, 'co')}`.execute(
    tx,
  )
  if (rows.length < ids.length) throw unsaved('unprocessable', 'companyId', say(words, 'noCompany'))
}
