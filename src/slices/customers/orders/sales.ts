import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { isOwnersVisible } from '../contacts/public.ts'
import type { Sales } from './schema.ts'

const sumsOf = (isCounted: RawBuilder<boolean>) => sql`json_build_object(
  'orders', count(*) filter (where ${isCounted}),
  'quantity', coalesce(sum(quantity) filter (where ${isCounted}), 0),
  'amount', coalesce(round(sum(base_amount) filter (where ${isCounted}))::int8, 0))`

/** What was ordered of these SKUs, as much of it as the actor may see; cancelled orders count for nothing. */
export async function salesOf(ctx: Ctx, skus: readonly string[]): Promise<Sales> {
  const { workspaceId, db } = ctx
  const isOfLastYear = sql<boolean>`placed_at > ${ctx.now()}::timestamptz - interval '1 year'`
  const { rows } = await sql<Sales>`
    with sold as materialized (
      select o.id, o.placed_at, i.quantity, i.amount, i.amount::float8 * o.base_amount / nullif(o.amount, 0) as base_amount
      from (
          select i.order_id, sum(i.quantity) as quantity, sum(i.amount)::int8 as amount from order_items i
          where i.workspace_id = ${workspaceId} and i.sku = any(${skus}::text[]) group by i.order_id) i
        join orders o on o.workspace_id = ${workspaceId} and o.id = i.order_id
      where o.deleted_at is null and o.status <> 'cancelled' and ${isOwnersVisible(ctx, 'o')})
    select ${sumsOf(sql`true`)} as all, ${sumsOf(isOfLastYear)} as last_year, (
      select coalesce(json_agg(json_build_object(
          'id', o.id, 'number', o.number, 'placedAt', o.placed_at, 'currency', o.currency,
          'quantity', l.quantity, 'amount', l.amount) order by l.placed_at desc, l.id desc), '[]')
      from (select * from sold order by placed_at desc, id desc limit 10) l
        join orders o on o.workspace_id = ${workspaceId} and o.id = l.id) as latest
    from sold`.execute(db)
  return rows[0]!
}
