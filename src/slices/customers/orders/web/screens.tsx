import { IconShoppingBagPlus } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { webOfKind } from '../../../../ui/record/web-kind.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'
import { orderKind, returnKind } from './order-kinds.ts'
import './slots.ts'

const owners = ['contacts', 'companies']
const orders = webOfKind(orderKind, {
  key: 'o',
  createIcon: IconShoppingBagPlus,
  refersTo: owners,
  list: () => import('./OrdersScreen.tsx'),
  bin: () => import('./BinScreen.tsx'),
  page: () => import('./OrderScreen.tsx'),
})
const { name, table, noun, icon } = returnKind

export const ordersWeb: WebSlice = {
  ...orders,
  screens: [...orders.screens, { path: '/orders/returns', load: () => import('./ReturnsScreen.tsx') }],
  records: [
    ...orders.records,
    { name, table, isPart: true, picture: icon, words: noun, refersTo: [...owners, 'orders'] },
  ],
  panels: [
    {
      slot: 'record.now',
      of: ['contact', 'company'],
      order: 30,
      needs: 'orders:read',
      load: () => import('./OrdersByPeriod.tsx'),
    },
  ],
  rows: () => import('./rows.tsx'),
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
  live: { orders: ['import'] },
  eventGroups: defineMessages('orders.event-groups', { orders: 'Orders and returns' }),
}
