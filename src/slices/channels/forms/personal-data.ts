import { sql } from 'kysely'
import { defineText } from '../../../kernel/messages.ts'
import { isOfContacts, personalRows, type PersonalData } from '../../../platform/personal-data.ts'
import { redactSubmissions } from './store.ts'

/** What somebody sent through a form; an erasure leaves that something was sent, so that counts stay. */
export const personalData: PersonalData[] = [
  {
    label: defineText('forms.personal-data.sentThroughForms', 'Sent through forms'),
    ...personalRows({
      from: 'form_submissions s',
      joins: sql`join forms f on f.workspace_id = s.workspace_id and f.id = s.form_id`,
      columns: 'f.name as form, s.answers, s.consents, s.file_ids, s.language, s.address, s.agent, s.created_at',
      effect: 'redacted',
    }),
    name: 'form-submissions',
    async count(ctx, ids) {
      const { rows } = await sql<{ redacted: number }>`
        select count(*)::int as redacted from form_submissions s
        where ${isOfContacts('s', ctx, ids)} and s.answers <> '{}'`.execute(ctx.db)
      return rows[0]!
    },
    erase: (ctx, ids) => redactSubmissions(ctx, ids),
  },
]
