import { sql } from 'kysely'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { columnsFor } from '../../../kernel/record/record.ts'
import { forgetOverwritten } from '../imports/public.ts'
import { mentions, needlesOf, readById, type PersonalData } from '../../../platform/personal-data.ts'
import { jsonOf, selectOf } from '../../../platform/record/fragments.ts'
import { itemColumns, orderRecord, returnRecord } from './record.ts'

const ordersDisclosed = sql`o.id, ${selectOf(columnsFor(orderRecord.columns, 'personal'), 'o')}`
const returnsDisclosed = sql`r.id, ${selectOf(columnsFor(returnRecord.columns, 'personal'), 'r')}`
const item = jsonOf(itemColumns, 'i')

const words = defineMessages('orders.personal-data', {
  orders: 'Orders',
  returns: 'Returns',
})

/** Books must be kept by law: orders stay, with all that is not the person. */
const orders: PersonalData = {
  name: 'orders',
  label: say(words, 'orders'),
  tables: ['orders', 'order_items'],
  read: (ctx, ids) =>
    readById(
      ctx.db,
      (after, limit) => sql<{ id: string }>`
        select ${ordersDisclosed},
          (select coalesce(json_agg(json_build_object(${item}) order by i.position), '[]')
            from order_items i where i.workspace_id = o.workspace_id and i.order_id = o.id) as items
        from orders o where o.workspace_id = ${ctx.workspaceId} and o.contact_id = any(${ids}::uuid[]) and o.id > ${after}::uuid order by o.id limit ${limit}`,
    ),
  async count(ctx, ids) {
    const { rows } = await sql<{ kept: number }>`
      select count(*)::int as kept from orders
      where workspace_id = ${ctx.workspaceId} and contact_id = any(${ids}::uuid[])`.execute(ctx.db)
    return { ...rows[0]!, why: 'accounting' }
  },
  async erase(tx, ctx, ids, person) {
    await sql`
      update orders o set fields = (select coalesce(jsonb_object_agg(f.key, f.value), '{}') from jsonb_each(o.fields) f where jsonb_typeof(f.value) in ('number', 'boolean'))
      where o.workspace_id = ${ctx.workspaceId} and o.contact_id = any(${ids}::uuid[]) and o.fields <> '{}'`.execute(tx)
    await sql`
      update order_items i set name = '[erased]' from orders o
      where i.workspace_id = ${ctx.workspaceId} and o.workspace_id = i.workspace_id and o.id = i.order_id and o.contact_id = any(${ids}::uuid[])
        and ${mentions(sql`i.name`, needlesOf(person))}`.execute(tx)
    const { rows } = await sql<{ id: string }>`
        select o.id from orders o
        where o.workspace_id = ${ctx.workspaceId} and o.contact_id = any(${ids}::uuid[])`.execute(tx)
    const own = rows.map(({ id }) => id)
    await forgetOverwritten(tx, ctx.workspaceId, 'order', own, ['fields'])
  },
}

const returns: PersonalData = {
  name: 'returns',
  label: say(words, 'returns'),
  tables: ['returns'],
  read: (ctx, ids) =>
    readById(
      ctx.db,
      (after, limit) => sql<{ id: string }>`
        select ${returnsDisclosed} from returns r
        where r.workspace_id = ${ctx.workspaceId} and r.contact_id = any(${ids}::uuid[]) and r.id > ${after}::uuid order by r.id limit ${limit}`,
    ),
  async count(ctx, ids) {
    const { rows } = await sql<{ kept: number }>`
      select count(*)::int as kept from returns
      where workspace_id = ${ctx.workspaceId} and contact_id = any(${ids}::uuid[])`.execute(ctx.db)
    return { ...rows[0]!, why: 'accounting' }
  },
  async erase(tx, ctx, ids) {
    await sql`update returns set reason = null
      where workspace_id = ${ctx.workspaceId} and contact_id = any(${ids}::uuid[]) and reason is not null`.execute(tx)
  },
}

export const personalData = [orders, returns]
