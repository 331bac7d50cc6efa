import { sql } from 'kysely'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Ctx } from '../../../platform/context.ts'
import { isRow } from '../../../platform/db/row.ts'
import {
  handleNeedles,
  mentions,
  mentionsInJson,
  type Person,
  type PersonalData,
} from '../../../platform/personal-data.ts'
import { redactJson, redactText } from '../../../platform/redact.ts'

const words = defineMessages('views.personal-data', {
  savedViews: 'Saved views',
})

/** A view may look for somebody's address. */
export const personalData: PersonalData[] = [
  {
    name: 'views',
    label: say(words, 'savedViews'),
    tables: ['views'],
    async *read() {},
    count: async (ctx, _ids, person) => ({ redacted: (await mentioning(ctx, person)).length }),
    async erase(ctx, _ids, person) {
      const needles = handleNeedles(person.handles)
      for (const { id, name, filter } of await mentioning({ ...ctx, db: ctx.db }, person))
        await ctx.db
          .updateTable('views')
          .set({ name: redactText(name, needles), filter: JSON.stringify(redactJson(filter, needles)) })
          .where(isRow(ctx.workspaceId, id))
          .execute()
    },
  },
]

async function mentioning(ctx: Ctx, { handles }: Person): Promise<{ id: string; name: string; filter: unknown }[]> {
  const needles = handleNeedles(handles)
  const { rows } = await sql<{ id: string; name: string; filter: unknown }>`
    select v.id, v.name, v.filter from views v
    where v.workspace_id = ${ctx.workspaceId} and (${mentionsInJson(sql`v.filter`, needles)} or ${mentions(sql`v.name`, needles)})`.execute(
    ctx.db,
  )
  return rows
}
