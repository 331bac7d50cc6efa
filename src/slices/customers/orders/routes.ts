import type { Ctx } from '../../../platform/context.ts'
import { commandRoute, Raw, route } from '../../../platform/http/route.ts'
import { recordRoutes } from '../../../platform/record/routes.ts'
import { deleteOrders, restoreOrders } from './commands/bin-orders.ts'
import { deleteReturn, restoreReturn } from './commands/bin-returns.ts'
import { changeOrder } from './commands/change-order.ts'
import { receiveReturn } from './commands/receive-return.ts'
import { createOrder, saveOrders } from './commands/save-orders.ts'
import { getCompanyQuantitiesJson, getContactQuantitiesJson } from './quantities.ts'
import { getReturn, orderQueries, returnQueries } from './queries.ts'
import { orderRecord } from './record.ts'
import * as schema from './schema.ts'

/** A repeat by source id answers 200 with what is there. */
async function receive(ctx: Ctx, input: schema.LooseReturnInput): Promise<Raw> {
  const { id, isNew } = await receiveReturn(ctx, input, true)
  return new Raw(JSON.stringify(await getReturn(ctx, id)), undefined, undefined, isNew ? 201 : 200)
}

export const routes = [
  ...recordRoutes(orderRecord, schema.orderEndpoints, {
    ...orderQueries,
    create: createOrder,
    change: changeOrder,
    save: saveOrders,
    delete: deleteOrders,
    restore: restoreOrders,
  }),
  route(schema.returnOrder, (ctx, { params, body }) => receive(ctx, { ...body, orderId: params.id })),
  route(schema.createReturn, (ctx, { body }) => receive(ctx, body)),
  route(schema.listReturns, (ctx, { query }) => returnQueries.list(ctx, query)),
  route(schema.getReturn, (ctx, { params }) => getReturn(ctx, params.id)),
  route(schema.deleteReturn, (ctx, { params }) => deleteReturn(ctx, params.id)),
  commandRoute(schema.restoreReturn, restoreReturn, getReturn),
  route(
    schema.getContactQuantities,
    async (ctx, { params, query }) => new Raw(await getContactQuantitiesJson(ctx, params.id, query.period)),
  ),
  route(
    schema.getCompanyQuantities,
    async (ctx, { params, query }) => new Raw(await getCompanyQuantitiesJson(ctx, params.id, query.period)),
  ),
]
