import { sql } from 'kysely'
import { defineMessages, say, stored } from '../../../kernel/messages.ts'
import { deleteRows } from '../../../platform/db/row.ts'
import { removeMailTo } from '../../../platform/mail/outgoing-mail.ts'
import { erasedName } from '../contacts/public.ts'
import { mentions, needlesOf, personalRows, type PersonalData } from '../../../platform/personal-data.ts'

const words = defineMessages('privacy.personal-data', {
  privacyRequests: 'Privacy requests',
  checked: 'Checked',
})

/** That somebody asked, and what was done, is kept as proof; their words and name are not. */
export const personalData: PersonalData[] = [
  {
    label: say(words, 'privacyRequests'),
    ...personalRows({
      from: 'privacy_requests r',
      columns: `r.kind, r.status, r.asked_by, r.email, r.identity_check, r.received_at, r.due_at, r.closed_at,
        (select coalesce(json_agg(json_build_object('step', s.name, 'at', s.at, 'text', s.detail ->> 'text') order by s.position), '[]')
          from privacy_steps s where s.workspace_id = r.workspace_id and s.request_id = r.id) as steps`,
      effect: 'redacted',
      why: 'proof',
    }),
    tables: ['privacy_requests', 'privacy_steps', 'legal_holds'],
    async erase(ctx, ids, person) {
      const isTheirs = sql<boolean>`r.workspace_id = ${ctx.workspaceId} and (r.contact_id = any(${ids}::uuid[])
        or ${mentions(sql`r.asked_by`, needlesOf(person))} or ${mentions(sql`r.email`, needlesOf(person))})`
      const { rows: requests } = await sql<{ id: string; email: string | null }>`
        select r.id, r.email from privacy_requests r where ${isTheirs}`.execute(ctx.db)
      const addresses = requests.flatMap(({ email }) => email?.toLowerCase() ?? [])
      await removeMailTo(ctx, addresses)
      const requestIds = requests.map(({ id }) => id)
      await sql`update privacy_steps set detail = detail - 'text'
        where workspace_id = ${ctx.workspaceId} and request_id = any(${requestIds}::uuid[])`.execute(ctx.db)
      await sql`
        update privacy_requests r set asked_by = ${erasedName}, email = null, note = null, file_id = null,
          identity_check = case when r.identity_check is not null then ${stored(say(words, 'checked'))} end
        where ${isTheirs}`.execute(ctx.db)
      await deleteRows(ctx, 'legalHolds', { contactId: ids })
    },
  },
]
