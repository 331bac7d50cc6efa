import { sql, type RawBuilder } from 'kysely'
import { defineMessages, say, stored } from '../../../kernel/messages.ts'
import type { Ctx } from '../../../platform/context.ts'
import { mentions, needlesOf, type Person, type PersonalData } from '../../../platform/personal-data.ts'

const words = defineMessages('jobs.personal-data', {
  answersKeptForRepeatedCalls: 'Answers kept for repeated calls',
  gone: 'Gone',
  answerErased: 'The answer was erased.',
})

const gone = JSON.stringify({
  type: 'about:blank',
  title: stored(say(words, 'gone')),
  status: 410,
  detail: stored(say(words, 'answerErased')),
})

/** Answers that are kept for a few days for callers who repeat a request. */
export const personalData: PersonalData[] = [
  {
    name: 'answers',
    label: say(words, 'answersKeptForRepeatedCalls'),
    tables: ['idempotency_keys'],
    async *read() {},
    async count(ctx, ids, person) {
      const { rows } = await sql<{ redacted: number }>`
        select count(*)::int as redacted from idempotency_keys k where ${about(ctx, ids, person)}`.execute(ctx.db)
      return rows[0]!
    },
    async erase(ctx, ids, person) {
      const isTheirs = about(ctx, ids, person)
      await sql`update idempotency_keys k set status = 410, response = ${gone} where ${isTheirs}`.execute(ctx.db)
    },
  },
]

function about(ctx: Ctx, ids: string[], person: Person): RawBuilder<boolean> {
  return sql<boolean>`k.workspace_id = ${ctx.workspaceId} and (${mentions(sql`k.response`, [...ids, ...needlesOf(person)])} or ${mentions(sql`k.key`, needlesOf(person))})`
}
