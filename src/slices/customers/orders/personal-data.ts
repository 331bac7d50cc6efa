import { sql } from 'kysely'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { forgetOverwritten } from '../imports/public.ts'
import {
  erased,
  isOfContacts,
  mentions,
  needlesOf,
  personalRows,
  type PersonalData,
} from '../../../platform/personal-data.ts'
import { updateRows } from '../../../platform/db/row.ts'
import { jsonOf } from '../../../platform/record/fragments.ts'
import { itemColumns, orderRecord, returnRecord } from './record.ts'

const item = jsonOf(itemColumns, 'i')

const words = defineMessages('orders.personal-data', {
  orders: 'Orders',
  returns: 'Returns',
})

/** Books must be kept by law: orders stay, with all that is not the person. */
const orders: PersonalData = {
  label: say(words, 'orders'),
  ...personalRows({
    from: 'orders o',
    record: orderRecord.columns,
    columns: sql`(select coalesce(json_agg(json_build_object(${item}) order by i.position), '[]')
        from order_items i where i.workspace_id = o.workspace_id and i.order_id = o.id) as items`,
    effect: 'kept',
    why: 'accounting',
  }),
  tables: ['orders', 'order_items'],
  async erase(ctx, ids, person) {
    await sql`
      update orders o set fields = (select coalesce(jsonb_object_agg(f.key, f.value), '{}') from jsonb_each(o.fields) f where jsonb_typeof(f.value) in ('number', 'boolean'))
      where ${isOfContacts('o', ctx, ids)} and o.fields <> '{}'`.execute(ctx.db)
    await sql`
      update order_items i set name = ${erased} from orders o
      where i.workspace_id = ${ctx.workspaceId} and o.id = i.order_id and ${isOfContacts('o', ctx, ids)}
        and ${mentions(sql`i.name`, needlesOf(person))}`.execute(ctx.db)
    const { rows } = await sql<{ id: string }>`
      select o.id from orders o where ${isOfContacts('o', ctx, ids)}`.execute(ctx.db)
    const orderIds = rows.map(({ id }) => id)
    await forgetOverwritten(ctx, 'order', orderIds, ['fields'])
  },
}

const returns: PersonalData = {
  label: say(words, 'returns'),
  ...personalRows({ from: 'returns r', record: returnRecord.columns, effect: 'kept', why: 'accounting' }),
  async erase(ctx, ids) {
    await updateRows(ctx, 'returns', { contactId: ids }, { reason: null })
  },
}

export const personalData = [orders, returns]
