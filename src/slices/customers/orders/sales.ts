import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { isOwnersVisible } from '../contacts/public.ts'
import type { Sales } from './schema.ts'

const sums = sql`json_build_object(
  'orders', count(*), 'quantity', coalesce(sum(quantity), 0), 'amount', coalesce(round(sum(base_amount)), 0))`

/** What was ordered of these SKUs, as much of it as the actor may see; cancelled orders count for nothing. */
export async function salesOf(ctx: Ctx, skus: readonly string[]): Promise<Sales> {
  const yearAgo = sql`${ctx.now()}::timestamptz - interval '1 year'`
  const { rows } = await sql<{ sales: Sales }>`
    with sold as (
      select o.id, o.number, o.placed_at, o.currency, sum(i.quantity) as quantity, sum(i.amount) as amount,
        coalesce(sum(i.amount) * o.base_amount / nullif(o.amount, 0), 0) as base_amount
      from order_items i join orders o on o.workspace_id = i.workspace_id and o.id = i.order_id
      where i.workspace_id = ${ctx.workspaceId} and i.sku = any(${skus}::text[])
        and o.deleted_at is null and o.status <> 'cancelled' and ${isOwnersVisible(ctx, 'o')}
      group by o.workspace_id, o.id)
    select json_build_object(
      'all', (select ${sums} from sold),
      'lastYear', (select ${sums} from sold where placed_at > ${yearAgo}),
      'latest', (
        select coalesce(json_agg(l order by l."placedAt" desc, l.id desc), '[]') from (
          select id, number, placed_at as "placedAt", currency, quantity, amount from sold
          order by placed_at desc, id desc limit 10) l)) as sales`.execute(ctx.db)
  return rows[0]!.sales
}
