import { sql, type RawBuilder } from 'kysely'
import { defineText } from '../../../kernel/messages.ts'
import type { Ctx } from '../../../platform/context.ts'
import { mentions, needlesOf, personalRows, type Person, type PersonalData } from '../../../platform/personal-data.ts'

export const personalData: PersonalData[] = [
  {
    label: defineText('notifications.personal-data.noticesToMembers', 'Notices to members'),
    ...personalRows({ from: 'notifications n', columns: 'n.title, n.created_at', own: about, effect: 'deleted' }),
  },
]

function about(ctx: Ctx, ids: string[], person: Person): RawBuilder<boolean> {
  const pages = ids.map(id => `/contacts/${id}%`)
  return sql<boolean>`n.workspace_id = ${ctx.workspaceId} and (n.link like any(${pages}::text[]) or ${mentions(sql`n.title`, needlesOf(person))})`
}
