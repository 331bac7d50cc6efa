import { sql } from 'kysely'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { forgets } from '../../../platform/db/guard/guard.ts'
import { mentionsInJson, needlesOf, readById, type PersonalData } from '../../../platform/personal-data.ts'
import { joinMember } from '../members/public.ts'

const words = defineMessages('audit.personal-data', {
  whoReadAndChangedThe: 'Who read and changed the data',
})

/** Who read and changed what is kept as proof; it holds no personal text but what somebody searched for. */
export const personalData: PersonalData[] = [
  {
    name: 'audit',
    label: say(words, 'whoReadAndChangedThe'),
    tables: ['audit_entries'],
    read: (ctx, ids) =>
      readById(
        ctx.db,
        (after, limit) => sql<{ id: string }>`
          select a.id, a.at, a.action, coalesce(m.role, a.actor_kind) as done_by from audit_entries a
            ${joinMember('a.actor_id')}
          where a.workspace_id = ${ctx.workspaceId} and a.subject_id = any(${ids}::uuid[]) and a.id > ${after}::uuid order by a.id limit ${limit}`,
      ),
    async count(ctx, ids) {
      const { rows } = await sql<{ kept: number }>`
        select count(*)::int as kept from audit_entries where workspace_id = ${ctx.workspaceId} and subject_id = any(${ids}::uuid[])`.execute(
        ctx.db,
      )
      return { ...rows[0]!, why: 'proof' }
    },
    async erase(tx, ctx, _ids, person) {
      await sql`${sql.raw(forgets)} update audit_entries a set detail = '{}'
        where a.workspace_id = ${ctx.workspaceId} and ${mentionsInJson(sql`a.detail`, needlesOf(person))}`.execute(tx)
    },
  },
]
