import { defineMessages, say } from '../../../kernel/messages.ts'
import { kindOf } from '../../../platform/record/record-kind.ts'
import { defineSlice } from '../../../platform/slice.ts'
import { isOwnersVisible } from '../contacts/public.ts'
import { orderImport } from './import/target.ts'
import { importedOrders, importedReturns } from './import/undo.ts'
import { orderEvents, returnEvents } from './events.ts'
import { personalData } from './personal-data.ts'
import { orderRecord, returnRecord } from './record.ts'
import { routes } from './routes.ts'
import { orderSearch } from './search.ts'

const words = defineMessages('orders.slice', {
  hasOrder: 'Has an order since.',
  hasReturn: 'Something came back since.',
})

export const ordersSlice = defineSlice({
  name: 'customers/orders',
  records: [
    kindOf(orderRecord, {
      countedWhile: "deleted_at is null and status <> 'cancelled'",
      search: orderSearch,
      isVisible: isOwnersVisible,
      timeline: {},
      linked: { called: 'number' },
      keeps: say(words, 'hasOrder'),
      importTarget: orderImport,
      imported: importedOrders,
    }),
    kindOf(returnRecord, {
      countedWhile: 'deleted_at is null',
      isVisible: isOwnersVisible,
      keeps: say(words, 'hasReturn'),
      imported: importedReturns,
    }),
  ],
  permissions: { 'orders:read': 'member', 'orders:write': 'member', 'orders:export': 'manager' },
  routes,
  personalData,
  events: [orderEvents, returnEvents],
  tables: ['orders', 'order_items', 'returns'],
})
