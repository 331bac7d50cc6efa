import { sql } from 'kysely'
import { defineText } from '../../../kernel/messages.ts'
import { forgets } from '../../../platform/db/guard/guard.ts'
import { mentionsInJson, needlesOf, personalRows, type PersonalData } from '../../../platform/personal-data.ts'
import { joinMember } from '../members/public.ts'

/** Who read and changed what is kept as proof; it holds no personal text but what somebody searched for. */
export const personalData: PersonalData[] = [
  {
    label: defineText('audit.personal-data.whoReadAndChangedThe', 'Who read and changed the data'),
    ...personalRows({
      from: 'audit_entries a',
      joins: joinMember('a.actor_id'),
      columns: 'a.at, a.action, coalesce(m.role, a.actor_kind) as done_by',
      own: (ctx, ids) => sql<boolean>`a.workspace_id = ${ctx.workspaceId} and a.subject_id = any(${ids}::uuid[])`,
      effect: 'kept',
      why: 'proof',
    }),
    name: 'audit',
    async erase(ctx, _ids, person) {
      const tells = mentionsInJson(sql`a.detail`, needlesOf(person))
      await sql`${sql.raw(forgets)} update audit_entries a set detail = '{}'
        where a.workspace_id = ${ctx.workspaceId} and ${tells}`.execute(ctx.db)
    },
  },
]
