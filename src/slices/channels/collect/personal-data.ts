import { sql } from 'kysely'
import { defineMessages, say } from '../../../kernel/messages.ts'
import {
  mentions,
  needlesOf,
  personalRows,
  redactMentions,
  type PersonalData,
} from '../../../platform/personal-data.ts'
import type { Ctx } from '../../../platform/context.ts'
import { findRows } from '../../../platform/db/row.ts'
import { ordersOf } from '../../customers/orders/public.ts'

const words = defineMessages('collect.personal-data', {
  eventsThatCouldNotBe: 'Events that could not be understood',
  whatSourcesSaidOfOrders: 'What sources said of orders',
})

/** Events that could not be understood may still tell of somebody. */
const rejections: PersonalData = {
  label: say(words, 'eventsThatCouldNotBe'),
  ...personalRows({
    from: 'collect_rejections r',
    columns: 'r.reason, r.body, r.created_at',
    own: (ctx, _ids, person) =>
      sql<boolean>`r.workspace_id = ${ctx.workspaceId} and ${mentions(sql`r.body`, needlesOf(person))}`,
    effect: 'deleted',
  }),
  name: 'rejectedEvents',
}

const saidOf = (ctx: Ctx, ids: string[]) =>
  findRows(ctx, 'collectOrders', ['number', 'said'], {}, sql`and order_id in (${ordersOf(ctx, ids)}) order by number`)

/** What was said of an order is needed to tell what comes late; what in it names the person goes. */
const saidOfOrders: PersonalData = {
  name: 'saidOfOrders',
  label: say(words, 'whatSourcesSaidOfOrders'),
  tables: ['collect_orders'],
  async *read(ctx, ids) {
    yield await saidOf(ctx, ids)
  },
  async count(ctx, ids) {
    return { kept: (await saidOf(ctx, ids)).length, why: 'accounting' }
  },
  erase: (ctx, _ids, person) =>
    redactMentions(ctx, 'collectOrders', ['said'], needlesOf(person), ['sourceId', 'number']),
}

export const personalData = [rejections, saidOfOrders]
