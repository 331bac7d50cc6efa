import { sql } from 'kysely'
import { defineMessages, say } from '../../../kernel/messages.ts'
import {
  mentions,
  mentionsInJson,
  needlesOf,
  personalRows,
  type PersonalData,
} from '../../../platform/personal-data.ts'
import { redactJson } from '../../../platform/redact.ts'
import { ordersOf } from '../../customers/orders/public.ts'

const words = defineMessages('collect.personal-data', {
  eventsThatCouldNotBe: 'Events that could not be understood',
  whatSourcesSaidOfOrders: 'What sources said of orders',
})

/** Events that could not be understood may still tell of somebody. */
const rejections: PersonalData = {
  name: 'rejectedEvents',
  label: say(words, 'eventsThatCouldNotBe'),
  tables: ['collect_rejections'],
  ...personalRows({
    from: 'collect_rejections r',
    columns: 'r.reason, r.body, r.created_at',
    own: (ctx, _ids, person) =>
      sql<boolean>`r.workspace_id = ${ctx.workspaceId} and ${mentions(sql`r.body`, needlesOf(person))}`,
    effect: 'deleted',
  }),
}

/** What was said of an order is needed to tell what comes late; what in it names the person goes. */
const saidOfOrders: PersonalData = {
  name: 'saidOfOrders',
  label: say(words, 'whatSourcesSaidOfOrders'),
  tables: ['collect_orders'],
  async *read(ctx, ids) {
    const { rows } = await sql<object>`
      select s.number, s.said from collect_orders s
      where s.workspace_id = ${ctx.workspaceId} and s.order_id in (${ordersOf(ctx, ids)}) order by s.number`.execute(
      ctx.db,
    )
    yield rows
  },
  async count(ctx, ids) {
    const { rows } = await sql<{ kept: number }>`
      select count(*)::int as kept from collect_orders s
      where s.workspace_id = ${ctx.workspaceId} and s.order_id in (${ordersOf(ctx, ids)})`.execute(ctx.db)
    return { ...rows[0]!, why: 'accounting' }
  },
  async erase(ctx, _ids, person) {
    const needles = needlesOf(person)
    const { rows } = await sql<{ sourceId: string; number: string; said: unknown }>`
      select s.source_id, s.number, s.said from collect_orders s
      where s.workspace_id = ${ctx.workspaceId} and ${mentionsInJson(sql`s.said`, needles)} for update`.execute(ctx.db)
    for (const { sourceId, number, said } of rows)
      await ctx.db
        .updateTable('collectOrders')
        .set({ said: JSON.stringify(redactJson(said, needles)) })
        .where('workspaceId', '=', ctx.workspaceId)
        .where('sourceId', '=', sourceId)
        .where('number', '=', number)
        .execute()
  },
}

export const personalData = [rejections, saidOfOrders]
