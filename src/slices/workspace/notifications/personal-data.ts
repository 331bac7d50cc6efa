import { sql, type RawBuilder } from 'kysely'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Ctx } from '../../../platform/context.ts'
import { mentions, needlesOf, type Person, type PersonalData } from '../../../platform/personal-data.ts'

const words = defineMessages('notifications.personal-data', {
  noticesToMembers: 'Notices to members',
})

export const personalData: PersonalData[] = [
  {
    name: 'notifications',
    label: say(words, 'noticesToMembers'),
    tables: ['notifications'],
    async *read(ctx, ids, person) {
      const { rows } =
        await sql<object>`select n.title, n.created_at from notifications n where ${about(ctx, ids, person)} order by n.id`.execute(
          ctx.db,
        )
      yield rows
    },
    async count(ctx, ids, person) {
      const { rows } = await sql<{ deleted: number }>`
        select count(*)::int as deleted from notifications n where ${about(ctx, ids, person)}`.execute(ctx.db)
      return rows[0]!
    },
    async erase(tx, ctx, ids, person) {
      await sql`delete from notifications n where ${about(ctx, ids, person)}`.execute(tx)
    },
  },
]

function about(ctx: Ctx, ids: string[], person: Person): RawBuilder<boolean> {
  const pages = ids.map(id => `/contacts/${id}%`)
  return sql<boolean>`n.workspace_id = ${ctx.workspaceId} and (n.link like any(${pages}::text[]) or ${mentions(sql`n.title`, needlesOf(person))})`
}
