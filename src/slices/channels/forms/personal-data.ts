import { sql } from 'kysely'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { readById, type PersonalData } from '../../../platform/personal-data.ts'
import { redactSubmissions } from './store.ts'

const words = defineMessages('forms.personal-data', {
  sentThroughForms: 'Sent through forms',
})

/** What somebody sent through a form; an erasure leaves that something was sent, so that counts stay. */
export const personalData: PersonalData[] = [
  {
    name: 'form-submissions',
    label: say(words, 'sentThroughForms'),
    tables: ['form_submissions'],
    read: (ctx, ids) =>
      readById(
        ctx.db,
        (after, limit) => sql<{ id: string }>`
          select s.id, f.name as form, s.answers, s.consents, s.file_ids, s.language, s.address, s.agent, s.created_at from form_submissions s
            join forms f on f.workspace_id = s.workspace_id and f.id = s.form_id
          where s.workspace_id = ${ctx.workspaceId} and s.contact_id = any(${ids}::uuid[]) and s.id > ${after}::uuid
          order by s.id limit ${limit}`,
      ),
    async count(ctx, ids) {
      const { rows } = await sql<{ redacted: number }>`select count(*)::int as redacted from form_submissions
        where workspace_id = ${ctx.workspaceId} and contact_id = any(${ids}::uuid[]) and answers <> '{}'`.execute(
        ctx.db,
      )
      return rows[0]!
    },
    erase: (tx, ctx, ids) => redactSubmissions(tx, ctx.workspaceId, ids),
  },
]
