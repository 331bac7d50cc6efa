import { sql } from 'kysely'
import { defineText } from '../../../kernel/messages.ts'
import {
  erased,
  isOfContacts,
  needlesOf,
  personalRows,
  redactMentions,
  type PersonalData,
} from '../../../platform/personal-data.ts'
import { joinMember } from '../../workspace/members/public.ts'
import { taskRecord } from './record.ts'

export const personalData: PersonalData[] = [
  {
    label: defineText('tasks.personal-data.tasks', 'Tasks'),
    ...personalRows({
      from: 'tasks t',
      joins: joinMember('t.assignee_id'),
      record: taskRecord.columns,
      columns: 'm.role as assigned_to',
      effect: 'deleted',
    }),
    async count(ctx, ids) {
      const { rows } = await sql<{ deleted: number; redacted: number }>`
        select count(*) filter (where t.done_at is null)::int as deleted, count(t.done_at)::int as redacted
        from tasks t where ${isOfContacts('t', ctx, ids)}`.execute(ctx.db)
      return { ...rows[0]!, why: 'counts' }
    },
    async erase(ctx, ids, person) {
      const isTheirs = isOfContacts('t', ctx, ids)
      await sql`delete from tasks t where ${isTheirs} and t.done_at is null`.execute(ctx.db)
      await sql`update tasks t set title = ${erased}, body = null
        where ${isTheirs} and (t.title <> ${erased} or t.body is not null)`.execute(ctx.db)
      await redactMentions(ctx, 'tasks', ['title', 'body'], needlesOf(person))
    },
  },
]
